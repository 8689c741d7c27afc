package io.accounts4j.jobs.sql;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL: one statement for as many jobs as a chunk holds. Jobs that replace others go one by one: a key is taken and its
 * job replaced before the next key is, in one order, so that two lists do not deadlock.
 */
final class UnnestedInserts implements BulkInserts {

    private static final int MOST = 5_000;
    private static final int ATTEMPTS = 10;

    private static final String COLUMNS =
            "state, queue, kind, kind_version, args, args_enc, args_key_id, args_id, priority,"
                    + " max_attempts, subject, tags, run_at";

    private static final String VALUES = """
            {state}, {queue}, {kind}, {version}, {args}::jsonb, {sealed}, {key_id}, {args_id}, {priority}, {attempts}, {subject}, {tags},
              case when {at} then timestamptz 'epoch' else clock_timestamp() end + {due} * interval '1 microsecond'
            """;

    private static final String PLAIN =
            "insert into {jobs} (" + COLUMNS + ") select " + VALUES + " from {rows} returning id";

    private static final String UNIQUE =
            "insert into {jobs} (" + COLUMNS + ", uniq_key, uniq_bucket, uniq_scope) select " + VALUES
                    + ", {hash}, {bucket}, {scope} from {rows} on conflict do nothing returning id, uniq_key";

    private static final String HOLDERS =
            "select id, uniq_key from {jobs} join {rows}" + " on uniq_key = {hash} and uniq_bucket = {bucket}";

    private final JobInserts one;
    private final UnnestStatement plain;
    private final UnnestStatement unique;
    private final UnnestStatement holders;

    UnnestedInserts(JobInserts one, Dialect dialect, Schema schema) {
        this.one = one;
        String bucket = dialect.bucket("{period}");
        this.plain = new UnnestStatement(schema.in(PLAIN, dialect), EnumSet.range(JobColumn.STATE, JobColumn.DUE));
        this.unique = new UnnestStatement(
                schema.in(UNIQUE.replace("{bucket}", bucket), dialect), EnumSet.allOf(JobColumn.class));
        this.holders = new UnnestStatement(
                schema.in(HOLDERS.replace("{bucket}", bucket), dialect), EnumSet.of(JobColumn.HASH, JobColumn.PERIOD));
    }

    @Override
    public List<Inserted> insert(Connection connection, List<NewRow> jobs) throws SQLException {
        List<Inserted> inserted = new ArrayList<>(jobs.size());
        int from = 0;
        while (from < jobs.size()) {
            if (jobs.get(from).isReplacing()) {
                inserted.add(one.insert(connection, jobs.get(from++)));
                continue;
            }
            int to = Chunks.end(jobs, from, MOST, UnnestedInserts::areAlike);
            List<NewRow> chunk = jobs.subList(from, to);
            inserted.addAll(chunk.get(0).unique() == null ? plain(connection, chunk) : unique(connection, chunk));
            from = to;
        }
        return inserted;
    }

    /** Returns whether both fit into one statement. */
    private static boolean areAlike(NewRow one, NewRow other) {
        return (one.unique() == null) == (other.unique() == null) && !other.isReplacing();
    }

    private List<Inserted> plain(Connection connection, List<NewRow> jobs) throws SQLException {
        List<Inserted> inserted = new ArrayList<>(jobs.size());
        try (PreparedStatement statement = plain.prepare(connection, jobs);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                inserted.add(new Inserted(rows.getLong(1), true));
            }
        }
        return inserted;
    }

    private List<Inserted> unique(Connection connection, List<NewRow> jobs) throws SQLException {
        Inserted[] inserted = new Inserted[jobs.size()];
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<ByteBuffer, Long> stored = run(connection, unique, open(jobs, inserted));
            take(jobs, inserted, stored, true);
            List<NewRow> refused = open(jobs, inserted);
            if (!refused.isEmpty()) {
                take(jobs, inserted, run(connection, holders, refused), false);
            }
            if (open(jobs, inserted).isEmpty()) {
                return Arrays.asList(inserted);
            }
        }
        throw new SQLTransactionRollbackException("the holder of a unique key was not to be seen", "40001");
    }

    private static Map<ByteBuffer, Long> run(Connection connection, UnnestStatement sql, List<NewRow> jobs)
            throws SQLException {
        Map<ByteBuffer, Long> ids = new HashMap<>();
        try (PreparedStatement statement = sql.prepare(connection, jobs);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.put(ByteBuffer.wrap(rows.getBytes(2)), rows.getLong(1));
            }
        }
        return ids;
    }

    /** Gives each job without an answer that of its key; of those stored, the first with a key is the one. */
    private static void take(List<NewRow> jobs, Inserted[] inserted, Map<ByteBuffer, Long> ids, boolean areNew) {
        for (int i = 0; i < inserted.length; i++) {
            UniqueKey key = jobs.get(i).unique();
            if (inserted[i] == null && key != null) {
                ByteBuffer hash = ByteBuffer.wrap(key.hash());
                Long id = areNew ? ids.remove(hash) : ids.get(hash);
                if (id != null) {
                    inserted[i] = new Inserted(id, areNew);
                }
            }
        }
    }

    private static List<NewRow> open(List<NewRow> jobs, Inserted[] inserted) {
        List<NewRow> open = new ArrayList<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == null) {
                open.add(jobs.get(i));
            }
        }
        return open;
    }
}
