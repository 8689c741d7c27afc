package io.accounts4j.jobs.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.SqlErrorKind;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobState;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.PruneRule;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pruner as a user of the database who may not delete. */
class MissingRightTest {

    private static final PruneRule COMPLETED =
            new PruneRule(JobState.COMPLETED, Duration.ofDays(1), List.of("default"), false);

    private final JobsDatabase database = JobsDatabase.empty(TestDatabase.H2);

    @Test
    void pruningFailsSoThatItIsReported() {
        JobId old = database.queue().enqueue(NewJob.of("test.job", Map.of(), JobOptions.queue("default")));
        database.execute(
                "update accounts_jobs set state = 'completed', finalized_at = run_at - interval '25' hour where id = "
                        + old);
        database.execute("create user if not exists clerk password 'secret'");
        database.execute("grant select, insert, update on accounts_jobs to clerk");
        try (HikariDataSource clerk = new HikariDataSource()) {
            // Settings in the URL are for administrators.
            clerk.setJdbcUrl(
                    ((HikariDataSource) database.dataSource()).getJdbcUrl().split(";")[0]);
            clerk.setUsername("clerk");
            clerk.setPassword("secret");
            Pruner pruner = new Pruner(new Database(clerk, Schema.ofConnection()), List.of(COMPLETED));

            assertThatThrownBy(pruner::prune)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(SqlErrors.kind(e)).isEqualTo(SqlErrorKind.PERMISSION));
        } finally {
            database.execute("drop user clerk");
        }
    }
}
