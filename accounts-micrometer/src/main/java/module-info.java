/** Meters of accounts and jobs. */
module io.accounts4j.micrometer {
    requires static transitive org.jspecify;
    requires transitive io.accounts4j.core;
    requires transitive micrometer.core;

    exports io.accounts4j.micrometer;
}
