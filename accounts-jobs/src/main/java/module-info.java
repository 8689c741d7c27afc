/** Durable background jobs in the host's own database and transactions. */
module io.accounts4j.jobs {
    requires static transitive org.jspecify;
    requires transitive io.accounts4j.core;
    requires io.accounts4j.jdbc;
    requires transitive java.sql;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports io.accounts4j.jobs;
    exports io.accounts4j.jobs.testing;
}
