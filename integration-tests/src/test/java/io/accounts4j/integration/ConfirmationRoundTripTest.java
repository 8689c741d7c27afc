package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.mail.Mail;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** From registration to the welcome mail, as a user lives it. */
@OnDatabases
class ConfirmationRoundTripTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Parameter
    TestDatabase kind;

    @Test
    void whoever_registers_is_mailed_a_link_that_confirms_and_is_welcomed_then() {
        DataSource dataSource = kind.freshDatabase();
        AccountsSchema.migrate(dataSource);
        RecordingMailer mailer = new RecordingMailer();
        House house = House.over(dataSource, mailer);
        // Looks once an hour: what is mailed soon is mailed because the engine was told.
        try (JobEngine engine = house.engine().poll(Duration.ofHours(1)).start()) {
            assertThat(engine).isNotNull();
            User ann = new Fixtures(house.accounts()).user(Fixtures.newUser("ann@example.com"));
            assertThat(ann.isConfirmed()).isFalse();

            await().atMost(SOON).until(() -> mailer.lastTo(ann.email()).isPresent());
            Mail confirmation = mailer.last();
            RawToken token = RecordingMailer.tokenIn(confirmation);
            Outcome<User> confirmed = house.accounts()
                    .confirmation()
                    .confirm(new ConfirmationAttempt(
                            Optional.of(token), Optional.of(Fixtures.password()), Optional.empty()));
            assertThat(confirmed).isInstanceOf(Outcome.Done.class);

            await().atMost(SOON).until(() -> mailer.all().size() == 2);
            assertThat(mailer.last().to()).isEqualTo(ann.email());
            assertThat(mailer.last().subject()).isNotEqualTo(confirmation.subject());
            assertThat(house.accounts().users().find(ann.id()).orElseThrow().isConfirmed())
                    .isTrue();
        }
        assertThat(new Rows(dataSource).count("select count(*) from accounts_jobs where state = 'completed'"))
                .isEqualTo(2);
    }
}
