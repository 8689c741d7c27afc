package planted.jobs.sql;

import io.accounts4j.architecture.Breaks;
import planted.jobs.node.Claimant;

@Breaks("imports of accounts-jobs run down the list of its packages")
interface Climbing {
    Claimant above();
}
