package io.accounts4j.jobs.sql;

import io.accounts4j.jdbc.SchemaName;

/**
 * The schema of the tables.
 *
 * @param name as it is stored; empty for the schema the connection is in
 */
public record Schema(String name) {

    /** The states from which a job is claimed. */
    private static final String WAITING = "('available', 'scheduled', 'retryable')";

    /** In the schema the connection is in. */
    public static Schema ofConnection() {
        return new Schema("");
    }

    /** In {@code name}; {@link IllegalArgumentException} unless it is a plain identifier. */
    public static Schema named(String name) {
        return new Schema(new SchemaName(name).value());
    }

    /**
     * {@code sql} with {@code {jobs}}, {@code {nodes}}, {@code {queues}} and {@code {crons}} replaced by the tables' names, the
     * schema's being quoted, and {@code {waiting}} by the states that wait.
     */
    String in(String sql, Dialect dialect) {
        String prefix = name.isEmpty() ? "" : dialect.quoted(name) + ".";
        return sql.replace("{jobs}", prefix + "accounts_jobs")
                .replace("{nodes}", prefix + "accounts_job_nodes")
                .replace("{queues}", prefix + "accounts_job_queues")
                .replace("{crons}", prefix + "accounts_job_crons")
                .replace("{waiting}", WAITING);
    }
}
