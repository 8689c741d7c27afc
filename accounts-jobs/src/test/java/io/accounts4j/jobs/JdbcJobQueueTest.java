package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.InMemoryStore;
import io.accounts4j.testkit.contract.JobQueueContract;
import io.accounts4j.testkit.contract.StoreAndQueue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The contract of the port, and what only a queue in a database has. */
@OnDatabases
class JdbcJobQueueTest implements JobQueueContract {

    private static final NewJob JOB = NewJob.of("test.job", Map.of(), JobOptions.queue("default"));

    @Parameter
    TestDatabase kind;

    @Override
    public StoreAndQueue emptyStoreAndQueue() {
        HostTransactions transactions =
                new HostTransactions(JobsDatabase.empty(kind).dataSource());
        return new StoreAndQueue(
                new HostStore(transactions, new InMemoryStore()), JdbcJobQueue.on(transactions::withConnection));
    }

    @Test
    void a_job_queued_on_a_lent_connection_is_the_lenders_to_commit() throws SQLException {
        JobsDatabase database = JobsDatabase.empty(kind);
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JdbcJobQueue.on(CurrentConnection.of(connection)).enqueue(JOB);
            assertThat(connection.isClosed()).isFalse();
            connection.rollback();
            JdbcJobQueue.on(CurrentConnection.of(connection)).enqueue(JOB);
            assertThat(database.count("available")).isZero();
            connection.commit();
        }
        assertThat(database.count("available")).isEqualTo(1);
    }

    @Test
    void a_delay_is_measured_from_the_databases_clock() {
        JobsDatabase database = JobsDatabase.empty(kind);
        JobId id = database.queue()
                .enqueue(NewJob.of(
                        "test.job",
                        Map.of(),
                        JobOptions.queue("default")
                                .scheduleIn(Duration.ofHours(1).plusNanos(2_000))));
        assertThat(database.value(
                        "select count(*) from accounts_jobs where id = ? and state = 'scheduled'"
                                + " and run_at between inserted_at + interval '3599' second"
                                + " and inserted_at + interval '3660' second",
                        id.value()))
                .isEqualTo("1");
    }

    @Test
    void its_tables_may_be_in_another_schema() {
        JobsDatabase database = JobsDatabase.empty(kind);
        JdbcJobQueue elsewhere = database.queue().inSchema(database.schema());
        assertThat(elsewhere.cancel(elsewhere.enqueue(JOB))).isTrue();
        JdbcJobQueue nowhere = database.queue().inSchema("no_such_schema");
        StoreException refused = catchThrowableOfType(StoreException.class, () -> nowhere.enqueue(JOB));
        assertThat(refused.retryable()).isFalse();
        assertThat(refused).hasMessageNotContaining("no_such_schema");
        assertThat(refused.getCause()).as("what a log prints below it").hasMessageNotContaining("no_such_schema");
        assertThatThrownBy(() -> database.queue().inSchema("x; drop table users"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lost_connection_is_worth_another_try() {
        FaultyDataSource faulty = new FaultyDataSource(JobsDatabase.empty(kind).dataSource());
        JdbcJobQueue queue = JdbcJobQueue.on(CurrentConnection.from(faulty.dataSource()));
        faulty.cut();
        StoreException refused = catchThrowableOfType(StoreException.class, () -> queue.enqueue(JOB));
        assertThat(refused.retryable()).isTrue();
        faulty.heal();
        assertThat(queue.cancel(queue.enqueue(JOB))).isTrue();
    }
}
