/** Accounts: the tables, as versioned SQL for each database, and what applies it. */
module io.accounts4j.schema {
    requires transitive io.accounts4j.core;
    requires transitive io.accounts4j.jdbc;
    requires transitive java.sql;
    requires static org.jspecify;
    requires org.slf4j;
    requires static flyway.core;

    exports io.accounts4j.schema;
}
