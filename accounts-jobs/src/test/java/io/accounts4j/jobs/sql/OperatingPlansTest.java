package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobState;
import io.accounts4j.page.Cursor;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, how many rows operators and pruners touch does not depend on how many there are. */
class OperatingPlansTest {

    /** Enough for the server to think of a plan for any parameters. */
    private static final int TIMES = 15;

    private static final Dialect DIALECT = new PostgresDialect();
    private static final Schema SCHEMA = Schema.ofConnection();

    private static HikariDataSource pool;

    @BeforeAll
    static void hundredThousandJobs() throws SQLException {
        pool = TestDatabase.POSTGRES.freshDatabase();
        AccountsSchema.migrate(pool);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into accounts_jobs (state, queue, kind, priority, run_at, finalized_at)"
                    + " select case when n % 1000 = 0 then 'discarded' when n % 10 = 0 then 'scheduled'"
                    + " else 'completed' end, 'queue' || n % 3, 'test.job', n % 4, now() + interval '1 day',"
                    + " case when n % 1000 = 0 or n % 10 <> 0 then now() end from generate_series(1, 100000) n");
            statement.execute("analyze accounts_jobs");
        }
    }

    /** Something that is read or written. */
    private interface Question {
        void ask(Connection connection) throws SQLException;
    }

    private static void assertTouches(long most, Question question) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            Touched before = touched(connection);
            for (int i = 0; i < TIMES; i++) {
                question.ask(connection);
            }
            Touched after = touched(connection);
            assertThat((after.rows() - before.rows()) / TIMES)
                    .as("rows touched each time")
                    .isLessThanOrEqualTo(most);
            connection.rollback();
        }
    }

    private static Touched touched(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select seq_tup_read + coalesce(idx_tup_fetch, 0)"
                        + " from pg_stat_xact_user_tables where relname = 'accounts_jobs'")) {
            row.next();
            return new Touched(row.getLong(1));
        }
    }

    /** The rows of {@code accounts_jobs} that the server has read in this transaction. */
    private record Touched(long rows) {}

    @Test
    void pruningReadsWhatIsDueAndNothingElse() throws SQLException {
        FinishedJobs finished = new FinishedJobs(DIALECT, SCHEMA);
        PruneRule young = new PruneRule(JobState.COMPLETED, Duration.ofHours(24), List.of(), true);
        PruneRule due = new PruneRule(JobState.DISCARDED, Duration.ZERO, List.of(), true);

        assertTouches(
                0,
                connection ->
                        assertThat(finished.prune(connection, young, 1_000)).isZero());
        // Those it removed before in the same transaction are still passed over.
        assertTouches(
                100,
                connection -> assertThat(finished.prune(connection, due, 5)).isEqualTo(5));
    }

    @Test
    void aPageOfJobsReadsAPage() throws SQLException {
        JobViews views = new JobViews(DIALECT, SCHEMA);

        assertTouches(
                25,
                connection -> assertThat(views.list(connection, JobFilter.all(), Cursor.start(), 20))
                        .hasSize(20));
        assertTouches(
                25,
                connection -> assertThat(views.list(connection, JobFilter.all(), Cursor.after("50000", "50000"), 20))
                        .hasSize(20));
        assertTouches(
                200,
                connection -> assertThat(
                                views.list(connection, JobFilter.all().in(JobState.DISCARDED), Cursor.start(), 20))
                        .hasSize(20));
    }

    @Test
    void countingStopsAtItsBound() throws SQLException {
        JobViews views = new JobViews(DIALECT, SCHEMA);

        assertTouches(
                10_000,
                connection -> assertThat(views.counts(connection, 1_000)).isNotEmpty());
    }

    @Test
    void theOldestDueJobIsFoundFromHeadToHead() throws SQLException {
        HealthViews health = new HealthViews(DIALECT, SCHEMA);

        assertTouches(
                50,
                connection -> assertThat(health.look(connection).oldestDue()).isEmpty());
    }
}
