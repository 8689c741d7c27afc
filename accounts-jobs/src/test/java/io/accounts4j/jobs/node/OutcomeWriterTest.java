package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobState;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOutcome;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.testdatabases.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Outcomes beside trouble that passes. */
class OutcomeWriterTest {

    private final JobsDatabase database = JobsDatabase.empty(TestDatabase.H2);
    private final AtomicBoolean timesOut = new AtomicBoolean();

    @Test
    void keepsTheErrorOfAnOutcomeWhoseStatementTimedOut() throws SQLException {
        JobId id = database.queue().enqueue(NewJob.of("test.job", Map.of(), JobOptions.queue("default")));
        database.execute("update accounts_jobs set state = 'executing', lease = 1, attempt = 1");
        List<JobOutcome> failed = List.of(new JobOutcome(
                id.value(),
                1,
                JobState.RETRYABLE,
                0,
                Duration.ZERO,
                Optional.of("[{\"attempt\":1,\"error\":\"no such order\"}]"),
                false,
                Optional.empty()));
        OutcomeWriter writer = new OutcomeWriter(new Database(dataSource(), Schema.ofConnection()));

        timesOut.set(true);
        assertThat(writer.apart(failed).left()).containsOnlyKeys(id.value());
        assertThat(writer.apart(failed).held()).containsExactly(id.value());
        assertThat(database.value("select errors from accounts_jobs where id = ?", id.value()))
                .contains("no such order");
    }

    /** Fails once where {@link #timesOut}. */
    private DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (timesOut.getAndSet(false)) {
                        throw new SQLException("canceling statement due to statement timeout", "57014");
                    }
                    return method.invoke(database.dataSource(), arguments);
                });
    }
}
