package io.accounts4j.jobs;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Dead tuples and old snapshots, on the database that keeps old row versions in its tables. */
@OnDatabases(TestDatabase.POSTGRES)
class PostgresJobHealthTest {

    @Parameter
    TestDatabase postgres;

    @Test
    void noticesWhatKeepsTheDatabaseFromCleaningUp() throws SQLException {
        JobsDatabase database = JobsDatabase.empty(postgres);
        JobHealthCheckTest.live(database);
        assertThat(JobHealthCheckTest.check(database).look().deadTuples()).isPresent();
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select count(*) from accounts_jobs");

            assertThat(JobHealthCheckTest.check(database).look().oldestSnapshot())
                    .isPresent();
            await().atMost(ofSeconds(30))
                    .untilAsserted(() -> assertThat(JobHealthCheckTest.check(database)
                                    .oldestSnapshot(ZERO)
                                    .look()
                                    .warnings())
                            .anyMatch(warning -> warning.startsWith("a snapshot is held for ")));
            other.rollback();
        }
    }
}
