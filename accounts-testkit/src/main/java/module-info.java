/** Doubles for tests of hosts, and the contracts that adapters pass. */
module io.accounts4j.testkit {
    requires transitive io.accounts4j.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires bcrypt;
    requires org.slf4j;

    exports io.accounts4j.testkit;
    exports io.accounts4j.testkit.contract;
}
