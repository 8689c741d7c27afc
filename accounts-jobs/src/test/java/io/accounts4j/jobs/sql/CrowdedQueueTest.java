package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Claims and figures beside jobs that no node handles, and claims beside jobs that others have locked, on servers. */
@OnDatabases({TestDatabase.POSTGRES, TestDatabase.MARIADB})
class CrowdedQueueTest extends MixedKindsFixture {

    private static final int UNKNOWN = 20_000;
    private static final int MOST_READ = 60;

    private final boolean postgres;
    private final String rowsRead;

    CrowdedQueueTest(TestDatabase kind) {
        super(kind);
        postgres = kind == TestDatabase.POSTGRES;
        rowsRead = postgres
                ? "select 'all', seq_tup_read + coalesce(idx_tup_fetch, 0)"
                        + " from pg_stat_xact_user_tables where relname = 'accounts_jobs'"
                : "show session status like 'Handler_read%'";
    }

    /** Returns the rows read of {@code accounts_jobs} in this transaction (PostgreSQL) or session (MariaDB). */
    private long rowsRead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(rowsRead)) {
            long read = 0;
            while (rows.next()) {
                read += rows.getLong(2);
            }
            return read;
        }
    }

    /**
     * They are the first in the queue, as a backlog of a removed kind is. Statistics are of the full table, not of the
     * moment at which autovacuum came by.
     */
    private void fillWithUnknownKind() throws SQLException {
        if (postgres) {
            tables.execute("alter table accounts_jobs set (autovacuum_enabled = false)");
        }
        NewRow row =
                NewRow.of(new ClaimedJob.Kind("test.removed", 1), StoredArguments.of("{}"), JobOptions.queue("one"));
        var unused = database.transact(
                (connection, to) -> to.inserts().insertAll(connection, Collections.nCopies(UNKNOWN, row)));
        tables.execute(postgres ? "analyze accounts_jobs" : "analyze table accounts_jobs");
    }

    @Test
    void aClaimReadsNoBacklogOfAnUnknownKind() throws SQLException {
        fillWithUnknownKind();
        long due = enqueue("test.second", 5);
        JobTable jobs = new JobTable(dialect(), Schema.ofConnection());
        ClaimRequest demand = new ClaimRequest(1, Set.of("test.first", "test.second"), Map.of("one", 20));
        try (Connection connection = tables.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            long before = rowsRead(connection);
            assertThat(jobs.claim(connection, demand))
                    .extracting(ClaimedJob::id)
                    .containsExactly(due);
            assertThat(jobs.claim(connection, demand)).isEmpty();
            assertThat(rowsRead(connection) - before).as("rows read").isLessThan(MOST_READ);
            connection.rollback();
        }
    }

    @Test
    void theNextDueJobIsFoundBesideABacklogOfAnUnknownKind() throws SQLException {
        fillWithUnknownKind();
        tables.execute("update accounts_jobs set run_at = '2020-01-01 00:00:00'");
        tables.queue()
                .enqueue(NewJob.of(
                        "test.first", Map.of(), JobOptions.queue("one").scheduleIn(Duration.ofHours(1))));
        JobTable jobs = new JobTable(dialect(), Schema.ofConnection());
        try (Connection connection = tables.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            long before = rowsRead(connection);
            assertThat(jobs.untilNext(connection, List.of("one")).orElseThrow())
                    .isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
            assertThat(rowsRead(connection) - before).as("rows read").isLessThan(MOST_READ);
            connection.rollback();
        }
    }

    @Test
    void theFiguresOfHealthReadNoBacklog() throws SQLException {
        fillWithUnknownKind();
        HealthViews health = new HealthViews(dialect(), Schema.ofConnection());
        try (Connection connection = tables.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            long before = rowsRead(connection);
            assertThat(health.look(connection).unknownKinds()).containsExactly("test.removed");
            assertThat(rowsRead(connection) - before).as("rows read").isLessThan(MOST_READ);
            connection.rollback();
        }
    }

    @Test
    void aClaimReplacesJobsThatAnotherTransactionHasLocked() throws SQLException {
        List<Long> locked = List.of(enqueue("test.first", 0), enqueue("test.first", 0), enqueue("test.first", 0));
        List<Long> free = List.of(enqueue("test.second", 0), enqueue("test.second", 0));
        try (Connection other = tables.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            for (long id : locked) {
                lock.execute("select id from accounts_jobs where id = " + id + " for update");
            }
            assertThat(claim(2)).isEqualTo(free);
            other.rollback();
        }
    }

    private Dialect dialect() throws SQLException {
        try (Connection connection = tables.dataSource().getConnection()) {
            return Dialects.of(connection);
        }
    }
}
