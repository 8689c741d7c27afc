package planted.jobs;

import io.accounts4j.architecture.Breaks;
import planted.jdbi.HonestStore;

@Breaks("adapters see the core and nothing else of ours")
interface Peeping {
    HonestStore neighbour();
}
