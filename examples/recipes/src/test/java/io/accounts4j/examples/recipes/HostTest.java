package io.accounts4j.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.testkit.TestAccounts;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An example of a test of a host: no database, no mail server, no waiting. */
class HostTest {

    private final TestAccounts test = TestAccounts.create();

    @Test
    void whoConfirmsIsGreeted() {
        User ann = test.fixtures().user();
        test.drainJobs();
        String token = RecordingMailer.tokenIn(test.mailer().last()).reveal();

        Outcome<User> confirmation = test.accounts()
                .confirmation()
                .confirm(new ConfirmationAttempt(token, Optional.of(Fixtures.password()), Optional.empty()));
        test.drainJobs();

        assertThat(confirmation).isInstanceOf(Outcome.Done.class);
        assertThat(test.mailer().lastTo(ann.email()).orElseThrow().subject()).isEqualTo("Welcome");
    }

    @Test
    void aSessionEndsAfterFourteenDays() {
        var token = test.fixtures().session(test.fixtures().user());

        test.clock().advance(Duration.ofDays(14).minusSeconds(1));
        assertThat(test.accounts().sessions().findUser(token)).isPresent();
        test.clock().advance(Duration.ofSeconds(1));
        assertThat(test.accounts().sessions().findUser(token)).isEmpty();
    }
}
