package io.accounts4j.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The least that a job can cost on our table and its indexes: constant statements, one thread, nothing looked after. */
final class FloorJobs implements JobSystem {

    private static final String VALUES = "insert into accounts_jobs (queue, kind, args) values ('default', '"
            + OurJobs.KIND + "', ?::jsonb) returning id";
    private static final String UNNEST =
            "insert into accounts_jobs (queue, kind, args, priority, max_attempts) select queue, kind, args::jsonb, priority, attempts"
                    + " from unnest(?, ?, ?, ?, ?) as given(queue, kind, args, priority, attempts) returning id";
    /** Without parameters, so that it is planned once. */
    static final String CLAIM = """
            update accounts_jobs set state = 'executing', attempt = attempt + 1, lease = lease + 1, attempted_at = now()
            where id = any(array(
              select id from accounts_jobs
              where state in ('available', 'scheduled', 'retryable') and queue = 'default' and priority = 0
                and run_at <= now()
              order by run_at, id limit 100 for update skip locked))
            returning id, lease, kind, args, attempt, args ->> 'number'
            """;

    static final String COMPLETE =
            "update accounts_jobs set state = 'completed', finalized_at = now() where id = any(?) and state = 'executing'";

    private final Postgres postgres;
    private final HostTransaction transaction;

    FloorJobs(Postgres postgres) {
        this.postgres = postgres;
        this.transaction = new HostTransaction(postgres.dataSource());
    }

    /** Returns whether no row of our table waits or is held. */
    static boolean isDone(Postgres postgres) {
        return postgres.holds("""
                select not exists (select 1 from accounts_jobs where state in ('available', 'scheduled', 'retryable'))
                   and not exists (select 1 from accounts_jobs where state = 'executing')
                """);
    }

    @Override
    public void enqueue(int n) {
        transaction.run(() -> transaction.apply(connection -> insert(connection, n, 1)));
    }

    /** So many in one transaction, each by a statement of its own. */
    void enqueueTogether(int count) {
        transaction.run(() -> transaction.apply(connection -> insert(connection, 0, count)));
    }

    @Override
    public void enqueueAll(int count) {
        transaction.run(() -> transaction.apply(connection -> insertAll(connection, count)));
    }

    /** Runs all of them in the calling thread. */
    @Override
    public void start() {
        try (Connection connection = postgres.dataSource().getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM);
                PreparedStatement complete = connection.prepareStatement(COMPLETE)) {
            runAll(connection, claim, complete);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isDone() {
        return isDone(postgres);
    }

    @Override
    public void stop() {}

    @Override
    public void clear() {
        postgres.execute("truncate accounts_jobs");
    }

    /** Claims and completes until nothing is due. */
    static void runAll(Connection connection, PreparedStatement claim, PreparedStatement complete) throws SQLException {
        for (List<Long> ids = run(claim); !ids.isEmpty(); ids = run(claim)) {
            complete.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            complete.executeUpdate();
        }
    }

    private static List<Long> run(PreparedStatement claim) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = claim.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
                Handled.one(rows.getInt(6));
            }
        }
        return ids;
    }

    static long insert(Connection connection, int first, int count) {
        long last = 0;
        for (int n = first; n < first + count; n++) {
            try (PreparedStatement statement = connection.prepareStatement(VALUES)) {
                statement.setString(1, arguments(n));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    last = row.getLong(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return last;
    }

    private static int insertAll(Connection connection, int count) {
        try (PreparedStatement statement = connection.prepareStatement(UNNEST)) {
            Object[] arguments =
                    IntStream.range(0, count).mapToObj(FloorJobs::arguments).toArray();
            statement.setArray(1, connection.createArrayOf("text", times(count, "default")));
            statement.setArray(2, connection.createArrayOf("text", times(count, OurJobs.KIND)));
            statement.setArray(3, connection.createArrayOf("text", arguments));
            statement.setArray(4, connection.createArrayOf("int2", times(count, (short) 0)));
            statement.setArray(5, connection.createArrayOf("int4", times(count, 20)));
            int stored = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored++;
                }
            }
            return stored;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object[] times(int count, Object value) {
        return Collections.nCopies(count, value).toArray();
    }

    private static String arguments(int n) {
        return "{\"number\":" + n + "}";
    }
}
