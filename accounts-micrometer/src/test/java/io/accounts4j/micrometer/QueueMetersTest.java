package io.accounts4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobConsole;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueMetersTest {

    private final HikariDataSource dataSource = TestDatabase.H2.freshDatabase();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void showsWhatIsStoredByQueueAndState() {
        AccountsSchema.migrate(dataSource);
        enqueue(JobOptions.queue("mailers"));
        enqueue(JobOptions.queue("mailers"));
        enqueue(JobOptions.queue("mailers").scheduleIn(Duration.ofDays(1)));
        enqueue(JobOptions.queue("of somebody else"));

        new QueueMeters(JdbcJobConsole.over(dataSource), "mailers", "default").bindTo(registry);

        assertThat(stored("mailers", "available")).isEqualTo(2);
        assertThat(stored("mailers", "scheduled")).isEqualTo(1);
        assertThat(stored("mailers", "discarded")).isZero();
        assertThat(stored("default", "available")).isZero();
        assertThat(registry.get("accounts.jobs.stored").gauges())
                .as("two queues in seven states")
                .hasSize(14);
    }

    @Test
    void showsNoNumberWhereTheDatabaseIsAway() {
        dataSource.close();

        new QueueMeters(JdbcJobConsole.over(dataSource), "mailers").bindTo(registry);

        assertThat(stored("mailers", "available")).isNaN();
    }

    private double stored(String queue, String state) {
        return registry.get("accounts.jobs.stored")
                .tags("queue", queue, "state", state)
                .gauge()
                .value();
    }

    private void enqueue(JobOptions options) {
        assertThat(JdbcJobQueue.on(CurrentConnection.from(dataSource))
                        .enqueue(NewJob.of("test.job", Map.of(), options)))
                .isNotNull();
    }
}
