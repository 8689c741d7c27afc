package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobState;
import io.accounts4j.job.Nodes;
import io.accounts4j.job.QueueControl;
import io.accounts4j.jobs.JdbcJobConsole;
import io.accounts4j.jobs.JdbcQueueControl;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.page.Cursor;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** One round through store, queue, engine, console and queue control on connections with unusual settings. */
final class Round {

    private static final int USERS = 12;

    private Round() {}

    static void over(DataSource dataSource) {
        AccountsSchema.migrate(dataSource);
        RecordingMailer mailer = new RecordingMailer();
        House house = House.over(dataSource, mailer);
        Fixtures fixtures = new Fixtures(house.accounts());
        try (JobEngine engine = house.engine().start()) {
            assertThat(engine).isNotNull();

            List<User> users =
                    IntStream.range(0, USERS).mapToObj(i -> fixtures.user()).toList();

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(users)
                            .allMatch(user -> mailer.lastTo(user.email()).isPresent()));
            assertThat(users)
                    .allSatisfy(user -> assertThat(house.store().users().findById(user.id()))
                            .contains(user));
        }
        operate(dataSource);
    }

    private static void operate(DataSource dataSource) {
        JobConsole console = JdbcJobConsole.over(dataSource);
        QueueControl queues = JdbcQueueControl.over(dataSource);
        queues.pause("mailers", Nodes.all());
        queues.reset("mailers");

        assertThat(queues.settings()).isEmpty();
        assertThat(console.list(JobFilter.all().in(JobState.COMPLETED), Cursor.start(), 5)
                        .items())
                .hasSize(5);
        assertThat(console.counts()).isNotEmpty();
        assertThat(console.applyToAll(JobOperation.retry(), JobFilter.all().in(JobState.DISCARDED), 10))
                .isZero();
    }
}
