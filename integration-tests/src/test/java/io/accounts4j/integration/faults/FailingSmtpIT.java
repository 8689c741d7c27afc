package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.integration.House;
import io.accounts4j.integration.faults.FaultySmtp.Fault;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.smtp.SmtpMailer;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.user.Email;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users register, and the mail server fails each mail twice; the third of its three attempts succeeds. */
class FailingSmtpIT {

    private static final int MAILS = Rounds.of(50, 1_000);
    private static final int TWICE = 2;
    private static final Duration SOON = Duration.ofMinutes(3);

    private final FaultDatabase database = FaultDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TRY_LATER", "TARPIT", "DROP_AFTER_DATA"})
    void every_mail_is_delivered_once(Fault fault) throws IOException {
        try (FaultySmtp smtp = new FaultySmtp(0, fault, TWICE)) {
            send(house(smtp.port()));
            assertThat(smtp.faults()).isEqualTo(TWICE * MAILS);
            assertThat(smtp.taken()).hasSize(MAILS).doesNotHaveDuplicates();
            report(fault.toString(), smtp.faults(), "0 repeats");
        }
    }

    @Test
    void a_mail_whose_acknowledgement_is_lost_is_repeated_under_the_same_id() throws IOException {
        try (FaultySmtp smtp = new FaultySmtp(0, Fault.DROP_AFTER_250, 1)) {
            send(house(smtp.port()));
            List<String> taken = smtp.taken();
            assertThat(new HashSet<>(taken)).hasSize(MAILS);
            assertThat(taken).hasSize(2 * MAILS);
            report(
                    "DROP_AFTER_250",
                    smtp.faults(),
                    taken.size() - MAILS + " repeats, each with the Message-ID of the first");
        }
    }

    @Test
    void a_mail_that_is_refused_for_good_is_given_up_at_once_and_can_be_seen() throws IOException {
        try (FaultySmtp smtp = new FaultySmtp(0, Fault.REFUSE, TWICE)) {
            House house = house(smtp.port());
            register(house);
            try (JobEngine engine = house.engine().start()) {
                engine.wake();
                await().atMost(SOON).until(() -> database.unfinished() == 0);
            }
            assertThat(smtp.taken()).isEmpty();
            assertThat(database.count("select count(*) from accounts_jobs where state = 'discarded' and attempt = 1"
                            + " and errors::text like '%550%'"))
                    .isEqualTo(MAILS);
            Report.survived(
                    "mail refused (5xx)", MAILS, MAILS + " mails, all given up at once, visible with the reason");
        }
    }

    @Test
    void a_server_that_is_down_is_waited_for() throws IOException {
        int port;
        try (FaultySmtp unused = new FaultySmtp(0, Fault.REFUSE, 0)) {
            port = unused.port();
        }
        House house = house(port);
        register(house);
        try (JobEngine engine =
                house.engine().backoff(attempt -> Duration.ofSeconds(3)).start()) {
            engine.wake();
            await().atMost(SOON)
                    .until(() -> database.count(
                                    "select count(*) from accounts_jobs where attempt = 1" + " and state = 'retryable'")
                            == MAILS);
            try (FaultySmtp smtp = new FaultySmtp(port, Fault.REFUSE, 0)) {
                awaitDelivery();
                assertThat(smtp.taken()).hasSize(MAILS).doesNotHaveDuplicates();
            }
        }
        report("DOWN", MAILS, "0 repeats");
    }

    private void send(House house) {
        register(house);
        try (JobEngine engine = house.engine().start()) {
            engine.wake();
            awaitDelivery();
        }
    }

    private void awaitDelivery() {
        await().atMost(SOON).until(() -> database.unfinished() == 0);
        assertThat(database.states()).containsOnly(Map.entry("completed", (long) MAILS));
    }

    private void register(House house) {
        for (int i = 0; i < MAILS; i++) {
            var unused = house.accounts().registration().register(Fixtures.newUser("user" + i + "@example.com"));
        }
    }

    private House house(int port) {
        return House.over(
                database.dataSource(),
                SmtpMailer.builder("localhost")
                        .port(port)
                        .plain()
                        .from(new Email("no-reply@app.example"))
                        .readTimeout(Duration.ofSeconds(1))
                        .build());
    }

    private static void report(String fault, int faults, String repeats) {
        Report.survived(
                "mail server: " + fault.toLowerCase(Locale.ROOT).replace('_', ' '),
                MAILS,
                MAILS + " mails, " + faults + " failures, all delivered, " + repeats);
    }
}
