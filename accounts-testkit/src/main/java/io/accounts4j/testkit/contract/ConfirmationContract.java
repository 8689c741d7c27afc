package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.confirmation.ConfirmationSettings;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.mail.Mail;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code confirm_user}: the accepted proofs, and the use of a token once. */
public interface ConfirmationContract extends ConfirmationLinkContract {

    private static ConfirmationAttempt withPassword(RawToken token) {
        return new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty());
    }

    private static ConfirmationAttempt withSession(RawToken token, SessionToken session) {
        return new ConfirmationAttempt(Optional.of(token), Optional.empty(), Optional.of(session));
    }

    private static ConfirmationAttempt alone(RawToken token) {
        return new ConfirmationAttempt(Optional.of(token), Optional.empty(), Optional.empty());
    }

    private static boolean isConfirmed(Host host, User user) {
        return host.accounts.users().find(user.id()).orElseThrow().isConfirmed();
    }

    private static Outcome<User> confirm(Host host, ConfirmationAttempt attempt) {
        return host.accounts.confirmation().confirm(attempt);
    }

    private static void assertInvalid(Outcome<User> confirmation) {
        assertThat(Problems.of(confirmation)).containsExactly("token: is invalid or has expired");
    }

    @Test
    default void theTokenWithThePasswordConfirms() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        host.clock.advance(Duration.ofHours(1));

        Outcome<User> confirmation = confirm(host, withPassword(token));

        User confirmed = host.accounts.users().find(ann.id()).orElseThrow();
        assertThat(confirmation).isEqualTo(Outcome.done(confirmed));
        assertThat(confirmed.confirmedAt()).contains(Samples.NOW.plus(Duration.ofHours(1)));
        assertThat(confirmed.revision().version()).isEqualTo(2);
        assertThat(confirmed.updatedAt()).isEqualTo(Samples.NOW.plus(Duration.ofHours(1)));
        assertThat(host.eventTypes()).containsExactly("user.registered", "user.confirmed");
    }

    @Test
    default void whoeverConfirmsIsGreetedOnce() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        assertThat(confirm(host, withPassword(host.mailedToken(ann)))).isInstanceOf(Outcome.Done.class);
        host.accounts.confirmation().confirm(ann.id());
        host.drain();

        assertThat(host.mailer.all())
                .extracting(Mail::subject)
                .containsExactly("Confirm your e-mail address", "Welcome");
    }

    @Test
    default void theTokenWithASessionOfTheUserConfirms() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        SessionToken session = host.fixtures.session(ann);

        assertThat(confirm(host, withSession(host.mailedToken(ann), session))).isInstanceOf(Outcome.Done.class);

        assertThat(host.accounts.sessions().find(session))
                .as("the session stays")
                .isPresent();
    }

    @Test
    default void theTokenAloneIsNotEnough() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);

        assertThat(Problems.of(confirm(host, alone(token)))).containsExactly("password: is not valid");

        assertThat(isConfirmed(host, ann)).isFalse();
        assertThat(confirm(host, withPassword(token)))
                .as("the token is still good")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void aWrongPasswordConfirmsNothing() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);

        Outcome<User> confirmation =
                confirm(host, new ConfirmationAttempt(Optional.of(token), Optional.of(Host.WRONG), Optional.empty()));

        assertThat(Problems.of(confirmation)).containsExactly("password: is not valid");
        assertThat(confirm(host, withPassword(token))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void aSessionOfSomebodyElseProvesNothingAndStays() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        SessionToken bobs = host.fixtures.session(host.registered("bob@example.com"));

        assertThat(Problems.of(confirm(host, withSession(token, bobs)))).containsExactly("password: is not valid");

        assertThat(confirm(
                        host,
                        new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.of(bobs))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(host.accounts.sessions().find(bobs)).isPresent();
    }

    @Test
    default void aLenientHostTakesTheTokenAlone() {
        ConfirmationSettings lenient = ConfirmationSettings.standard().lenient();
        Host host = Host.over(emptyStoreAndQueue(), settings -> settings.confirmation(lenient));
        User ann = host.registered("ann@example.com");

        assertThat(confirm(host, alone(host.mailedToken(ann)))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void aUsedTokenAnUnknownOneAndNoneAreOneAnswer() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        assertThat(confirm(host, withPassword(token))).isInstanceOf(Outcome.Done.class);

        assertInvalid(confirm(host, withPassword(token)));
        assertInvalid(confirm(host, withPassword(RawToken.random())));
        assertInvalid(
                confirm(host, new ConfirmationAttempt("not a token", Optional.of(Host.PASSWORD), Optional.empty())));
        assertInvalid(confirm(
                host, new ConfirmationAttempt(token.reveal() + "=", Optional.of(Host.PASSWORD), Optional.empty())));
    }

    @Test
    default void aTokenIsGoodForSevenDays() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        User bob = host.registered("bob@example.com");
        RawToken anns = host.mailedToken(ann);
        RawToken bobs = host.mailedToken(bob);

        host.clock.advance(Duration.ofDays(7).minusNanos(1_000));
        assertThat(confirm(host, withPassword(anns))).isInstanceOf(Outcome.Done.class);
        host.clock.advance(Duration.ofNanos(1_000));
        assertInvalid(confirm(host, withPassword(bobs)));
    }

    @Test
    default void aTokenIsWorthNothingOnceTheUserHasAnotherAddress() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        assertThat(host.store.users().update(ann.withEmail(new Email("new@example.com"))))
                .isNotNull();

        assertInvalid(confirm(host, withPassword(token)));

        assertThat(isConfirmed(host, ann)).isFalse();
    }

    @Test
    default void ofManyWhoShowOneTokenExactlyOneConfirms() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);

        List<Boolean> confirmed =
                Race.between(8, i -> confirm(host, withPassword(token)).fold(ok -> true, refused -> false));

        assertThat(confirmed).containsOnlyOnce(true);
        assertThat(host.eventTypes()).containsOnlyOnce("user.confirmed");
    }

    @Test
    default void confirmingEndsWhatAStrangerHadPrepared() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        host.accounts.confirmation().request("ann@example.com");
        RawToken second = host.mailedToken(ann);
        SessionToken strangers = host.fixtures.session(ann);
        SessionToken own = host.fixtures.session(ann);

        assertThat(confirm(host, withSession(token, own))).isInstanceOf(Outcome.Done.class);

        assertThat(host.accounts.sessions().find(strangers)).isEmpty();
        assertThat(host.accounts.sessions().find(own)).isPresent();
        assertInvalid(confirm(host, withPassword(second)));
    }

    @Test
    default void confirmingByPasswordLeavesNoSession() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        SessionToken session = host.fixtures.session(ann);

        assertThat(confirm(host, withPassword(host.mailedToken(ann)))).isInstanceOf(Outcome.Done.class);

        assertThat(host.accounts.sessions().find(session)).isEmpty();
    }

    @Test
    default void aHostMayConfirmOnItsOwnWord() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        assertThat(host.accounts.confirmation().confirm(ann.id()).orElseThrow().confirmedAt())
                .contains(Samples.NOW);
        assertThat(host.accounts.confirmation().confirm(ann.id())).as("again").isInstanceOf(Outcome.Done.class);
        assertThat(host.accounts.confirmation().confirm(UserId.next(Samples.NOW)))
                .isEqualTo(Outcome.refused(Problem.of(ProblemCode.ABSENT)));

        assertThat(host.eventTypes()).containsExactly("user.registered", "user.confirmed");
    }
}
