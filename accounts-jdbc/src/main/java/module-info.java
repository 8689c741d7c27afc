/** The ground of all modules on SQL. */
module io.accounts4j.jdbc {
    requires transitive io.accounts4j.core;
    requires transitive java.sql;
    requires static org.jspecify;

    exports io.accounts4j.jdbc;
}
