package io.accounts4j.testkit.contract;

import static io.accounts4j.confirmation.ConfirmationLink.ALREADY_CONFIRMED;
import static io.accounts4j.confirmation.ConfirmationLink.INVALID;
import static io.accounts4j.confirmation.ConfirmationLink.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.confirmation.Confirmation.Confirmed;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code confirmationLink}: the state of a mailed link before anything is done with it. */
public interface ConfirmationLinkContract extends StoreAndQueueFixture {

    @Test
    default void judgingALinkDoesNotUseItsToken() {
        Host host = Host.over(emptyStoreAndQueue());
        RawToken token = host.mailedToken(host.registered("ann@example.com"));

        assertThat(host.accounts.confirmationLink(token)).isEqualTo(VALID);
        assertThat(host.accounts.confirmationLink(token)).as("again").isEqualTo(VALID);
        assertThat(host.accounts.confirmUser(
                        new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty())))
                .isInstanceOf(Confirmed.class);
    }

    @Test
    default void aUsedLinkIsKnownForSevenDays() {
        Host host = Host.over(emptyStoreAndQueue());
        RawToken token = host.mailedToken(host.registered("ann@example.com"));
        assertThat(host.accounts.confirmUser(
                        new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty())))
                .isInstanceOf(Confirmed.class);

        assertThat(host.accounts.confirmationLink(token)).isEqualTo(ALREADY_CONFIRMED);
        host.clock.advance(Duration.ofDays(7));
        assertThat(host.accounts.confirmationLink(token)).isEqualTo(INVALID);
    }

    @Test
    default void aLinkOfAUserConfirmedOtherwiseIsConfirmedAlready() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);

        host.accounts.confirmUser(ann.id());

        assertThat(host.accounts.confirmationLink(token)).isEqualTo(ALREADY_CONFIRMED);
    }

    @Test
    default void unknownExpiredAndMisdirectedLinksAreInvalid() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken misdirected = host.mailedToken(ann);
        RawToken expired = host.mailedToken(host.registered("bob@example.com"));
        assertThat(host.store.users().update(ann.withEmail(new Email("new@example.com"))))
                .isNotNull();

        assertThat(host.accounts.confirmationLink(RawToken.random())).isEqualTo(INVALID);
        assertThat(host.accounts.confirmationLink(misdirected)).isEqualTo(INVALID);
        host.clock.advance(Duration.ofDays(7));
        assertThat(host.accounts.confirmationLink(expired)).isEqualTo(INVALID);
    }
}
