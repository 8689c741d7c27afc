package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobState;
import io.accounts4j.jobs.prune.Pruner;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Removal and changes in bulk beside a job that another transaction has locked, on databases that can skip locked rows. */
@OnDatabases({TestDatabase.POSTGRES, TestDatabase.MARIADB})
class LockedJobsTest extends JobEngineFixture {

    private static final JobFilter DISCARDED = JobFilter.all().in(JobState.DISCARDED);

    private interface Work {
        void run() throws SQLException;
    }

    private JobId enqueue() {
        return database.queue().enqueue(job(DEFAULT));
    }

    private void whileLocked(JobId id, Work work) throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update accounts_jobs set priority = 1 where id = " + id.value());
            work.run();
            other.rollback();
        }
    }

    private boolean exists(JobId id) {
        return database.value("select count(*) from accounts_jobs where id = ?", id.value())
                .equals("1");
    }

    @Test
    void prunerSkipsLockedJobs() throws SQLException {
        JobId locked = enqueue();
        JobId free = enqueue();
        database.execute("update accounts_jobs set state = 'completed', finalized_at = run_at - interval '26' hour");
        Pruner pruner = new Pruner(
                new Database(database.dataSource(), Schema.ofConnection()),
                Retention.standard().rules(),
                2);

        whileLocked(locked, () -> assertThat(pruner.prune()).isEqualTo(1));

        assertThat(exists(free)).isFalse();
        assertThat(exists(locked)).isTrue();
    }

    @Test
    void consoleSkipsLockedJobsInBulk() throws SQLException {
        JobConsole console = JdbcJobConsole.over(database.dataSource());
        JobId locked = enqueue();
        JobId free = enqueue();
        console.discard(locked);
        console.discard(free);

        whileLocked(
                locked,
                () -> assertThat(console.applyToAll(JobOperation.retry(), DISCARDED, 10))
                        .isEqualTo(1));

        assertThat(console.find(free).orElseThrow().summary().state()).isEqualTo(JobState.AVAILABLE);
        assertThat(console.applyToAll(JobOperation.retry(), DISCARDED, 10)).isEqualTo(1);
    }
}
