package io.accounts4j.micrometer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.JobHealth;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobHealthCheck;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JobHealthMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void showsEachFigure() {
        bind(new JobHealth(
                Optional.of(ofSeconds(90)),
                Optional.of(ofSeconds(7_200)),
                3,
                List.of("mailers"),
                OptionalLong.of(5_000),
                Optional.of(ofMillis(1_500)),
                List.of(),
                List.of(),
                List.of("a job is executing for 7200 s")));

        assertThat(value("accounts.jobs.oldest.due")).isEqualTo(90);
        assertThat(value("accounts.jobs.oldest.executing")).isEqualTo(7_200);
        assertThat(value("accounts.jobs.warnings")).isEqualTo(1);
        assertThat(value("accounts.jobs.nodes")).isEqualTo(3);
        assertThat(value("accounts.jobs.queues.paused")).isEqualTo(1);
        assertThat(value("accounts.jobs.dead.tuples")).isEqualTo(5_000);
        assertThat(value("accounts.jobs.oldest.snapshot")).isEqualTo(1.5);
    }

    @Test
    void whatIsNotThereIsZeroOrNoNumber() {
        bind(new JobHealth(
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of()));

        assertThat(value("accounts.jobs.oldest.due")).isZero();
        assertThat(value("accounts.jobs.oldest.snapshot")).isZero();
        assertThat(value("accounts.jobs.dead.tuples")).isNaN();
    }

    @Test
    void looksAtARealDatabase() {
        HikariDataSource dataSource = TestDatabase.H2.freshDatabase();
        AccountsSchema.migrate(dataSource);
        assertThat(JdbcJobQueue.on(CurrentConnection.from(dataSource))
                        .enqueue(NewJob.of("test.job", Map.of(), JobOptions.queue("default"))))
                .isNotNull();
        JobHealthCheck check = JobHealthCheck.over(dataSource);
        await().atMost(ofSeconds(30)).until(() -> check.look().oldestDue().isPresent());

        new JobHealthMeters(check::look).bindTo(registry);

        assertThat(value("accounts.jobs.oldest.due")).isBetween(0.0, 30.0);
        assertThat(value("accounts.jobs.nodes")).as("no engine was started").isZero();
    }

    @Test
    void showsNoNumberWhereTheDatabaseIsAway() {
        HikariDataSource dataSource = TestDatabase.H2.freshDatabase();
        dataSource.close();

        new JobHealthMeters(JobHealthCheck.over(dataSource)::look).bindTo(registry);

        assertThat(value("accounts.jobs.nodes")).isNaN();
    }

    private void bind(JobHealth health) {
        new JobHealthMeters(() -> health).bindTo(registry);
    }

    private double value(String meter) {
        return registry.get(meter).gauge().value();
    }
}
