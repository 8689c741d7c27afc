package planted.http;

import io.accounts4j.architecture.Breaks;
import planted.jdbc.Ground;

@Breaks("adapters see the core, those on SQL accounts-jdbc, mounts the façade, and nothing else of ours")
interface Digging {
    Ground ground();
}
