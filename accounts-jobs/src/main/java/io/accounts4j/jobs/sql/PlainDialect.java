package io.accounts4j.jobs.sql;

import java.util.Optional;

/**
 * The dialect of databases with neither partial indexes nor arrays as parameters: a generated column holds the queue of a
 * job that waits, and many rows are a batch.
 */
abstract class PlainDialect implements Dialect {

    @Override
    public String waitingJobs() {
        return "select queue, state from {jobs} where waiting is not null order by waiting, priority, run_at, id";
    }

    @Override
    public Optional<String> vacuum() {
        return Optional.empty();
    }

    @Override
    public String orNothing() {
        return "";
    }

    @Override
    public BulkInserts bulk(JobInserts one, Schema schema) {
        return new BatchedInserts(one);
    }

    @Override
    public String transactionSettings() {
        return "";
    }

    @Override
    public boolean isOneStatement() {
        return false;
    }
}
