package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes beside trouble that passes. */
class OutcomeWriterTest {

    private final JobsDatabase database = JobsDatabase.empty(TestDatabase.H2);
    private final AtomicReference<SQLException> next = new AtomicReference<>();
    private final OutcomeWriter writer = new OutcomeWriter(new Database(dataSource(), Schema.ofConnection()));

    @Test
    void keepsTheErrorOfAnOutcomeWhoseStatementTimedOut() throws SQLException {
        List<JobOutcome> failed = failed();

        next.set(new SQLException("canceling statement due to statement timeout", "57014"));
        assertThat(writer.apart(failed).left()).containsOnlyKeys(failed.get(0).id());

        assertThat(writer.apart(failed).held()).containsExactly(failed.get(0).id());
        assertThat(errors(failed.get(0))).contains("no such order");
    }

    @ParameterizedTest
    @CsvSource({"25006, 0", "25006, 1792", "42501, 0", "42P01, 0", "26000, 0"})
    void keepsTheErrorOfAnOutcomeWhereNoRowCouldBeWritten(String state, int code) throws SQLException {
        List<JobOutcome> failed = failed();

        next.set(new SQLException("read-only, or another trouble of all rows", state, code));
        assertThatThrownBy(() -> writer.apart(failed)).isInstanceOf(SQLException.class);
        next.set(new SQLException("read-only, or another trouble of all rows", state, code));
        assertThatThrownBy(() -> writer.together(failed)).isInstanceOf(SQLException.class);

        assertThat(writer.apart(failed).held()).containsExactly(failed.get(0).id());
        assertThat(errors(failed.get(0))).contains("no such order");
    }

    private List<JobOutcome> failed() {
        JobId id = database.queue().enqueue(NewJob.of("test.job", Map.of(), JobOptions.queue("default")));
        database.execute("update accounts_jobs set state = 'executing', lease = 1, attempt = 1");
        return List.of(new JobOutcome(
                id.value(),
                1,
                JobState.RETRYABLE,
                0,
                Duration.ZERO,
                Optional.of("[{\"attempt\":1,\"error\":\"no such order\"}]"),
                false,
                Optional.empty()));
    }

    private String errors(JobOutcome outcome) {
        return database.value("select errors from accounts_jobs where id = ?", outcome.id());
    }

    /** Fails once with {@link #next} if there is one. */
    private DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    SQLException failure = next.getAndSet(null);
                    if (failure != null) {
                        throw failure;
                    }
                    return method.invoke(database.dataSource(), arguments);
                });
    }
}
