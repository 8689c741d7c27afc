package io.accounts4j.jobs.sql;

import java.util.regex.Pattern;

/**
 * Where the tables are.
 *
 * @param name as it is stored; empty for the schema the connection is in
 */
public record Schema(String name) {

    /** The states from which a job is claimed. */
    private static final String WAITING = "('available', 'scheduled', 'retryable')";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    /** In the schema the connection is in. */
    public static Schema ofConnection() {
        return new Schema("");
    }

    /** In {@code name}; {@link IllegalArgumentException} unless it is a plain identifier. */
    public static Schema named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a schema name has 1 to 63 letters, digits or underscores and no digit first: " + name);
        }
        return new Schema(name);
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
