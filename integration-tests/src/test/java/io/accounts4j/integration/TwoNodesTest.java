package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.event.Signal;
import io.accounts4j.eventbus.PostgresEventBus;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, as two servers wire them: one takes registrations, the other sends the mail. */
@OnDatabases(TestDatabase.POSTGRES)
class TwoNodesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration NEVER = Duration.ofHours(1);

    private final DataSource dataSource;

    TwoNodesTest(TestDatabase postgres) {
        dataSource = postgres.freshDatabase();
    }

    @Test
    void a_job_queued_on_one_begins_on_the_other_without_waiting_for_its_look() {
        AccountsSchema.migrate(dataSource);
        RecordingMailer mailer = new RecordingMailer();
        try (PostgresEventBus here = PostgresEventBus.over(dataSource);
                PostgresEventBus there = PostgresEventBus.over(dataSource)) {
            House registering = House.over(dataSource, new RecordingMailer(), here);
            House mailing = House.over(dataSource, mailer, there);
            try (JobEngine engine = mailing.engine().poll(NEVER).start()) {
                assertThat(engine).isNotNull();
                awaitHearing(here, there);

                User ann = new Fixtures(registering.accounts()).user();

                await().atMost(SOON).until(() -> mailer.lastTo(ann.email()).isPresent());
            }
        }
    }

    /** A bus that has just begun to listen has everybody look, which must not be what the test sees. */
    private static void awaitHearing(PostgresEventBus here, PostgresEventBus there) {
        Queue<Signal> heard = new ConcurrentLinkedQueue<>();
        Signal probe = new Signal("probe", "1");
        try (var subscription = there.subscribe("probe", heard::add)) {
            assertThat(subscription).isNotNull();
            await().atMost(SOON).until(() -> {
                here.publish(probe);
                return heard.contains(probe);
            });
        }
    }
}
