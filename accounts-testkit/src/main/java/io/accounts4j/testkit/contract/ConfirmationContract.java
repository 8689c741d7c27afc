package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.AccountsBuilder;
import io.accounts4j.confirmation.Confirmation;
import io.accounts4j.confirmation.Confirmation.Confirmed;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code confirm_user}: who may, with what, and how often. */
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

    private static void assertInvalid(Confirmation confirmation) {
        assertThat(Problems.of(confirmation)).containsExactly("token: is invalid or has expired");
    }

    @Test
    default void theTokenWithThePasswordConfirms() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        host.clock.advance(Duration.ofHours(1));

        Confirmation confirmation = host.accounts.confirmUser(withPassword(token));

        User confirmed = host.accounts.userById(ann.id()).orElseThrow();
        assertThat(confirmation).isEqualTo(new Confirmed(confirmed));
        assertThat(confirmed.confirmedAt()).contains(Samples.NOW.plus(Duration.ofHours(1)));
        assertThat(confirmed.revision().version()).isEqualTo(2);
        assertThat(confirmed.updatedAt()).isEqualTo(Samples.NOW.plus(Duration.ofHours(1)));
        assertThat(host.eventTypes()).containsExactly("user.registered", "user.confirmed");
    }

    @Test
    default void whoeverConfirmsIsGreetedOnce() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        assertThat(host.accounts.confirmUser(withPassword(host.mailedToken(ann))))
                .isInstanceOf(Confirmed.class);
        host.accounts.confirmUser(ann.id());
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

        assertThat(host.accounts.confirmUser(withSession(host.mailedToken(ann), session)))
                .isInstanceOf(Confirmed.class);

        assertThat(host.accounts.session(session)).as("the session stays").isPresent();
    }

    @Test
    default void theTokenAloneIsNotEnough() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);

        assertThat(Problems.of(host.accounts.confirmUser(alone(token)))).containsExactly("password: is not valid");

        assertThat(host.accounts.userById(ann.id()).orElseThrow().isConfirmed()).isFalse();
        assertThat(host.accounts.confirmUser(withPassword(token)))
                .as("the token is still good")
                .isInstanceOf(Confirmed.class);
    }

    @Test
    default void aWrongPasswordConfirmsNothing() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);

        Confirmation confirmation = host.accounts.confirmUser(
                new ConfirmationAttempt(Optional.of(token), Optional.of(Host.WRONG), Optional.empty()));

        assertThat(Problems.of(confirmation)).containsExactly("password: is not valid");
        assertThat(host.accounts.confirmUser(withPassword(token))).isInstanceOf(Confirmed.class);
    }

    @Test
    default void aSessionOfSomebodyElseProvesNothingAndStays() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        SessionToken bobs = host.fixtures.session(host.registered("bob@example.com"));

        assertThat(Problems.of(host.accounts.confirmUser(withSession(token, bobs))))
                .containsExactly("password: is not valid");

        assertThat(host.accounts.confirmUser(
                        new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.of(bobs))))
                .isInstanceOf(Confirmed.class);
        assertThat(host.accounts.session(bobs)).isPresent();
    }

    @Test
    default void aLenientHostTakesTheTokenAlone() {
        Host host = Host.over(emptyStoreAndQueue(), AccountsBuilder::lenientConfirmation);
        User ann = host.registered("ann@example.com");

        assertThat(host.accounts.confirmUser(alone(host.mailedToken(ann)))).isInstanceOf(Confirmed.class);
    }

    @Test
    default void aUsedTokenAnUnknownOneAndNoneAreOneAnswer() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        assertThat(host.accounts.confirmUser(withPassword(token))).isInstanceOf(Confirmed.class);

        assertInvalid(host.accounts.confirmUser(withPassword(token)));
        assertInvalid(host.accounts.confirmUser(withPassword(RawToken.random())));
        assertInvalid(host.accounts.confirmUser(
                new ConfirmationAttempt("not a token", Optional.of(Host.PASSWORD), Optional.empty())));
        assertInvalid(host.accounts.confirmUser(
                new ConfirmationAttempt(token.reveal() + "=", Optional.of(Host.PASSWORD), Optional.empty())));
    }

    @Test
    default void aTokenIsGoodForSevenDays() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        User bob = host.registered("bob@example.com");
        RawToken anns = host.mailedToken(ann);
        RawToken bobs = host.mailedToken(bob);

        host.clock.advance(Duration.ofDays(7).minusNanos(1_000));
        assertThat(host.accounts.confirmUser(withPassword(anns))).isInstanceOf(Confirmed.class);
        host.clock.advance(Duration.ofNanos(1_000));
        assertInvalid(host.accounts.confirmUser(withPassword(bobs)));
    }

    @Test
    default void aTokenIsWorthNothingOnceTheUserHasAnotherAddress() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        assertThat(host.store.users().update(ann.withEmail(new Email("new@example.com"))))
                .isNotNull();

        assertInvalid(host.accounts.confirmUser(withPassword(token)));

        assertThat(host.accounts.userById(ann.id()).orElseThrow().isConfirmed()).isFalse();
    }

    @Test
    default void ofManyWhoShowOneTokenExactlyOneConfirms() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);

        List<Boolean> confirmed = Race.between(
                8, i -> host.accounts.confirmUser(withPassword(token)).fold(ok -> true, refused -> false));

        assertThat(confirmed).containsOnlyOnce(true);
        assertThat(host.eventTypes()).containsOnlyOnce("user.confirmed");
    }

    @Test
    default void confirmingEndsWhatAStrangerHadPrepared() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        host.accounts.requestConfirmation("ann@example.com");
        RawToken second = host.mailedToken(ann);
        SessionToken strangers = host.fixtures.session(ann);
        SessionToken own = host.fixtures.session(ann);

        assertThat(host.accounts.confirmUser(withSession(token, own))).isInstanceOf(Confirmed.class);

        assertThat(host.accounts.session(strangers)).isEmpty();
        assertThat(host.accounts.session(own)).isPresent();
        assertInvalid(host.accounts.confirmUser(withPassword(second)));
    }

    @Test
    default void confirmingByPasswordLeavesNoSession() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        SessionToken session = host.fixtures.session(ann);

        assertThat(host.accounts.confirmUser(withPassword(host.mailedToken(ann))))
                .isInstanceOf(Confirmed.class);

        assertThat(host.accounts.session(session)).isEmpty();
    }

    @Test
    default void aHostMayConfirmOnItsOwnWord() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        assertThat(host.accounts.confirmUser(ann.id()).orElseThrow().confirmedAt())
                .contains(Samples.NOW);
        assertThat(host.accounts.confirmUser(ann.id())).as("again").isPresent();
        assertThat(host.accounts.confirmUser(UserId.next(Samples.NOW))).isEmpty();

        assertThat(host.eventTypes()).containsExactly("user.registered", "user.confirmed");
    }

    @Test
    default void aLinkIsSentAgainOnlyToWhoeverWaitsForOne() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        User bob = host.fixtures.confirmedUser();
        host.drain();
        host.mailer.clear();

        for (String address : List.of("ANN@example.com", bob.email().address(), "nobody@example.com", "no address")) {
            host.accounts.requestConfirmation(address);
        }

        assertThat(host.jobs.waiting()).hasSize(4).allMatch(job -> job.kind().equals(MailJobs.CONFIRMATION));
        host.drain();
        assertThat(host.mailer.all()).extracting(Mail::to).containsExactly(ann.email());
    }
}
