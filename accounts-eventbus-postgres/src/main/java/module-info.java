/** An event bus for many nodes over one PostgreSQL. */
module io.accounts4j.eventbus {
    requires transitive io.accounts4j.core;
    requires transitive java.sql;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.accounts4j.eventbus;
}
