package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SupportedSettingsTest {

    private static final String URL = "jdbc:h2:mem:nulls;DB_CLOSE_DELAY=-1;MODE=MSSQLServer";

    @Test
    void anEngineDoesNotStartWhereNullsAreEqual() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl(URL);

        assertThatIllegalStateException()
                .isThrownBy(() -> JobEngine.builder(database)
                        .queue("default", 1)
                        .handlers(List.of(JobEngineFixture.handler(run -> JobResult.complete())))
                        .start())
                .withMessageContaining("got MSSQLServer");
    }

    @Test
    void aQueueTakesNoJobWhereNullsAreEqual() throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL)) {
            JdbcJobQueue queue = JdbcJobQueue.on(new CurrentConnection() {
                @Override
                public <T> T apply(Function<Connection, T> work) {
                    return work.apply(connection);
                }
            });

            assertThatIllegalStateException()
                    .isThrownBy(() -> queue.cancel(new JobId(1)))
                    .withMessageContaining("got MSSQLServer");
        }
    }
}
