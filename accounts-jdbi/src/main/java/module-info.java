/** Keeps accounts through Jdbi, in the transactions of the host. */
module io.accounts4j.jdbi {
    requires transitive io.accounts4j.core;
    requires transitive io.accounts4j.jdbc;
    requires transitive java.sql;
    requires transitive org.jdbi.v3.core;
    requires static org.jspecify;
    requires org.slf4j;
    // Used by Jdbi alone, which has no descriptor to ask for it.
    requires io.leangen.geantyref;

    exports io.accounts4j.jdbi;
}
