/** The ground of all modules on SQL. */
// A target of an export is compiled after this module.
@SuppressWarnings("module")
module io.accounts4j.jdbc {
    requires transitive io.accounts4j.core;
    requires transitive java.sql;
    requires static org.jspecify;
    requires org.slf4j;

    exports io.accounts4j.jdbc;
    exports io.accounts4j.jdbc.store to
            io.accounts4j.jdbi,
            io.accounts4j.jobs;
}
