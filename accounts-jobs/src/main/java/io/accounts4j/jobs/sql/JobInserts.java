package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The statements that store jobs. Each runs on the connection it is given and commits nothing. A unique key that is taken
 * spoils no transaction; one that a transaction still open has taken is waited for. Thread-safe.
 */
public final class JobInserts {

    private static final String[] GENERATED = {"id"};
    /** How often a key may be given up between the refusal and the look at who has it. */
    private static final int ATTEMPTS = 10;

    private final Dialect dialect;
    private final String later;
    private final String at;
    private final String find;
    private final Replacements replacements;
    private final BulkInserts bulk;

    /** In that schema of that kind of database. */
    public JobInserts(Dialect dialect, Schema schema) {
        String insert =
                "insert into {jobs} (state, queue, kind, kind_version, args, args_enc, args_key_id, args_id, priority,"
                        + " max_attempts, subject, tags, uniq_key, uniq_bucket, uniq_scope, run_at) values (?, ?, ?, ?, "
                        + dialect.json() + ", ?, ?, ?, ?, ?, ?, ?, ?, " + dialect.bucket("?") + ", ?, ";
        this.dialect = dialect;
        this.later = schema.in(insert + dialect.inMicros() + ")", dialect);
        this.at = schema.in(insert + dialect.atMicros() + ")", dialect);
        this.find = schema.in(
                "select id from {jobs} where uniq_key = ? and uniq_bucket = " + dialect.bucket("?") + dialect.latest(),
                dialect);
        this.replacements = new Replacements(dialect, schema);
        this.bulk = dialect.bulk(this, schema);
    }

    /** Stores {@code job} unless there is one that has its unique key; of that one, replaces the fields that the key names. */
    public Inserted insert(Connection connection, NewRow job) throws SQLException {
        UniqueKey unique = job.unique();
        if (unique == null) {
            return store(connection, job, "").orElseThrow();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Inserted> stored = storeUnique(connection, job);
            if (stored.isPresent()) {
                return stored.get();
            }
            Optional<Inserted> holder = holder(connection, unique);
            if (holder.isPresent()) {
                Inserted there = replaced(connection, holder.get(), job);
                // A job that was claimed meanwhile may have given up its key.
                if (there.isReplaced() || !job.isReplacing() || holder.equals(holder(connection, unique))) {
                    return there;
                }
            }
        }
        throw new SQLTransactionRollbackException("the holder of a unique key was not to be seen", "40001");
    }

    /**
     * Stores all of {@code jobs} likewise and answers in their order. They are stored in that of their keys, so that two that
     * store the same wait for one another and not both at once; of those with one key it is the first.
     */
    public List<Inserted> insertAll(Connection connection, List<NewRow> jobs) throws SQLException {
        List<Integer> places = IntStream.range(0, jobs.size())
                .boxed()
                .sorted(Comparator.comparing(place -> jobs.get(place).unique(), UniqueKey.ORDER))
                .toList();
        List<Inserted> inserted =
                bulk.insert(connection, places.stream().map(jobs::get).toList());
        Inserted[] answers = new Inserted[jobs.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[places.get(i)] = inserted.get(i);
        }
        return Arrays.asList(answers);
    }

    /** The statement that stores jobs like {@code like}, as {@link #bind} fills it in. */
    PreparedStatement prepare(Connection connection, NewRow like, String suffix) throws SQLException {
        return connection.prepareStatement((like.at() == null ? later : at) + suffix, GENERATED);
    }

    void bind(PreparedStatement statement, NewRow job) throws SQLException {
        statement.setString(1, job.state().code());
        statement.setString(2, job.options().queue());
        statement.setString(3, job.kind().name());
        statement.setInt(4, job.kind().version());
        statement.setString(5, job.arguments().json());
        statement.setBytes(6, job.arguments().sealed());
        statement.setString(7, job.arguments().keyId());
        statement.setBytes(8, job.arguments().id());
        statement.setInt(9, job.options().priority());
        statement.setInt(10, job.options().maxAttempts());
        statement.setString(11, job.subject());
        statement.setString(12, job.tags());
        UniqueKey unique = job.unique();
        if (unique == null) {
            statement.setNull(13, Types.VARBINARY);
            statement.setNull(14, Types.BIGINT);
            statement.setNull(15, Types.SMALLINT);
        } else {
            statement.setBytes(13, unique.hash());
            statement.setLong(14, unique.periodMicros());
            statement.setInt(15, unique.scope());
        }
        statement.setLong(16, job.dueMicros());
    }

    private Inserted replaced(Connection connection, Inserted there, NewRow job) throws SQLException {
        UniqueKey key = job.unique();
        if (key == null || key.replacement().isNone()) {
            return there;
        }
        boolean replaced = replacements.replace(connection, there.id(), key.replacement(), job);
        return new Inserted(there.id(), false, replaced);
    }

    /** The job that has the key now; empty if the key was given up meanwhile. */
    private Optional<Inserted> holder(Connection connection, UniqueKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setBytes(1, key.hash());
            statement.setLong(2, key.periodMicros());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Inserted(row.getLong(1), false)) : Optional.empty();
            }
        }
    }

    private Optional<Inserted> storeUnique(Connection connection, NewRow job) throws SQLException {
        try {
            return store(connection, job, dialect.orNothing());
        } catch (SQLException e) {
            if (dialect.isDuplicate(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Inserted> store(Connection connection, NewRow job, String suffix) throws SQLException {
        try (PreparedStatement statement = prepare(connection, job, suffix)) {
            bind(statement, job);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? Optional.of(new Inserted(keys.getLong(1), true)) : Optional.empty();
            }
        }
    }
}
