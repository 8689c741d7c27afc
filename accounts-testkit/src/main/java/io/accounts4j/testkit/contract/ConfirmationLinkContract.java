package io.accounts4j.testkit.contract;

import static io.accounts4j.confirmation.ConfirmationLink.ALREADY_CONFIRMED;
import static io.accounts4j.confirmation.ConfirmationLink.INVALID;
import static io.accounts4j.confirmation.ConfirmationLink.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The state of a mailed link before its use. */
public interface ConfirmationLinkContract extends StoreAndQueueFixture {

    @Test
    default void judgingALinkDoesNotUseItsToken() {
        Host host = Host.over(emptyStoreAndQueue());
        RawToken token = host.mailedToken(host.registered("ann@example.com"));

        assertThat(host.accounts.confirmation().inspect(token)).isEqualTo(VALID);
        assertThat(host.accounts.confirmation().inspect(token)).as("again").isEqualTo(VALID);
        assertThat(host.accounts
                        .confirmation()
                        .confirm(new ConfirmationAttempt(
                                Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty())))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void aUsedLinkIsKnownForSevenDays() {
        Host host = Host.over(emptyStoreAndQueue());
        RawToken token = host.mailedToken(host.registered("ann@example.com"));
        assertThat(host.accounts
                        .confirmation()
                        .confirm(new ConfirmationAttempt(
                                Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty())))
                .isInstanceOf(Outcome.Done.class);

        assertThat(host.accounts.confirmation().inspect(token)).isEqualTo(ALREADY_CONFIRMED);
        host.clock.advance(Duration.ofDays(7));
        assertThat(host.accounts.confirmation().inspect(token)).isEqualTo(INVALID);
    }

    @Test
    default void aLinkOfAUserConfirmedOtherwiseIsConfirmedAlready() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);

        host.accounts.confirmation().confirm(ann.id());

        assertThat(host.accounts.confirmation().inspect(token)).isEqualTo(ALREADY_CONFIRMED);
    }

    @Test
    default void unknownExpiredAndMisdirectedLinksAreInvalid() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken misdirected = host.mailedToken(ann);
        RawToken expired = host.mailedToken(host.registered("bob@example.com"));
        assertThat(host.store.users().update(ann.withEmail(new Email("new@example.com"))))
                .isNotNull();

        assertThat(host.accounts.confirmation().inspect(RawToken.random())).isEqualTo(INVALID);
        assertThat(host.accounts.confirmation().inspect(misdirected)).isEqualTo(INVALID);
        host.clock.advance(Duration.ofDays(7));
        assertThat(host.accounts.confirmation().inspect(expired)).isEqualTo(INVALID);
    }

    @Test
    default void aLinkIsSentAgainOnlyToWhoeverWaitsForOne() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        User bob = host.fixtures.confirmedUser();
        host.drain();
        host.mailer.clear();

        for (String address : List.of("ANN@example.com", bob.email().address(), "nobody@example.com", "no address")) {
            host.accounts.confirmation().request(address);
        }

        assertThat(host.jobs.waiting()).hasSize(4).allMatch(job -> job.kind().equals(MailJobs.CONFIRMATION));
        host.drain();
        assertThat(host.mailer.all()).extracting(Mail::to).containsExactly(ann.email());
    }
}
