package planted.jobs;

import io.accounts4j.architecture.Breaks;
import planted.jdbi.HonestStore;

@Breaks("adapters see the core, those on SQL accounts-jdbc, mounts the façade, and nothing else of ours")
interface Peeping {
    HonestStore neighbour();
}
