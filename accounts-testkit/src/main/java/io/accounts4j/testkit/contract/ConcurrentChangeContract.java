package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.kernel.NotAllowedException;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.session.SignIn;
import io.accounts4j.signin.Credentials;
import io.accounts4j.testkit.FastPasswordHasher;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.accounts4j.users.UserChanges;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Changes of a user during a verb that began before: nothing that ended comes back. */
public interface ConcurrentChangeContract extends StoreAndQueueFixture {

    @Test
    default void whoeverChangesWhileThePasswordIsCheckedGetsNoSession() {
        assertRejectedAfter((host, ann) -> host.disable(ann));
        assertRejectedAfter((host, ann) ->
                assertThat(host.accounts.users().delete(ann.id())).isInstanceOf(Outcome.Done.class));
        assertRejectedAfter((host, ann) -> assertThat(host.accounts
                        .users()
                        .update(ann.id(), UserChanges.none().email("new@example.com")))
                .isInstanceOf(Outcome.Done.class));
        assertRejectedAfter((host, ann) -> replacePassword(host, ann, Host.WRONG));
    }

    private void assertRejectedAfter(BiConsumer<Host, User> change) {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host host = Host.over(wiring);
        User ann = host.registered("ann@example.com");

        assertThat(signInWhile(wiring, () -> change.accept(host, ann))).isEqualTo(new SignIn.Rejected());
    }

    @Test
    default void aHashThatIsRenewedMeanwhileKeepsNobodyOut() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host host = Host.over(wiring);
        User ann = host.registered("ann@example.com");

        assertThat(signInWhile(wiring, () -> replacePassword(host, ann, Host.PASSWORD)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    default void aRenewalThatFailsKeepsNobodyOut() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host.over(wiring).registered("ann@example.com");
        Host renewing = Host.over(
                wiring,
                settings -> settings.passwordHasher(Interposed.beforeHashing(FastPasswordHasher.ofCost(5), () -> {
                    throw new AccountsException("too much to do", true, null);
                })));

        assertThat(renewing.accounts.signIn().withPassword(new Credentials("ann@example.com", Host.PASSWORD)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    default void whoeverConfirmsWaitsForTheUserBeforeTheTokenIsTaken() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty());

        Future<Outcome<User>> confirming = host.store.transactions().inTransaction(() -> {
            assertThat(host.store.users().lock(ann.id())).isPresent();
            Future<Outcome<User>> waiting =
                    Race.inBackground(() -> host.accounts.confirmation().confirm(attempt));
            assertThat(Race.isKeptWaiting(waiting)).isTrue();
            assertThat(host.store.tokens().deleteByUser(ann.id())).isEqualTo(1);
            return waiting;
        });

        assertThat(Problems.of(Race.result(confirming))).containsExactly("token: is invalid or has expired");
    }

    @Test
    default void aPasswordReplacedWhileItIsCheckedConfirmsNothing() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host host = Host.over(wiring);
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        Host slow = changing(wiring, () -> replacePassword(host, ann, Host.WRONG));

        Outcome<User> outcome = slow.accounts
                .confirmation()
                .confirm(new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty()));

        assertThat(Problems.of(outcome)).containsExactly("password: is not valid");
        assertThat(host.accounts.users().find(ann.id()).orElseThrow().isConfirmed())
                .isFalse();
    }

    @Test
    default void anAccountClosedWhileThePasswordIsCheckedIsNotConfirmed() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host host = Host.over(wiring);
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        Host slow = changing(wiring, () -> host.disable(ann));

        Outcome<User> outcome = slow.accounts
                .confirmation()
                .confirm(new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty()));

        assertThat(Problems.of(outcome)).containsExactly("token: is invalid or has expired");
        assertThat(host.accounts.users().find(ann.id()).orElseThrow().isConfirmed())
                .isFalse();
    }

    @Test
    default void aSessionThatEndsMeanwhileConfirmsNothing() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host host = Host.over(wiring);
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        SessionToken session = host.fixtures.session(ann);
        Host slow = Host.over(new StoreAndQueue(
                Interposed.afterFinding(
                        wiring.store(), () -> host.accounts.sessions().revoke(session)),
                wiring.jobs()));

        Outcome<User> outcome = slow.accounts
                .confirmation()
                .confirm(new ConfirmationAttempt(Optional.of(token), Optional.empty(), Optional.of(session)));

        assertThat(Problems.of(outcome)).containsExactly("password: is not valid");
        assertThat(host.accounts.users().find(ann.id()).orElseThrow().isConfirmed())
                .isFalse();
    }

    @Test
    default void aUserWhoIsDisabledOrDeletedByNowGetsNoSession() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        User bob = host.registered("bob@example.com");
        host.disable(ann);
        assertThat(host.accounts.users().delete(bob.id())).isInstanceOf(Outcome.Done.class);

        for (User user : List.of(ann, bob)) {
            assertThatThrownBy(() -> host.accounts.sessions().open(user))
                    .isInstanceOfSatisfying(
                            NotAllowedException.class,
                            refused ->
                                    assertThat(refused.reason()).isEqualTo(NotAllowedException.Reason.ACCOUNT_CLOSED));
        }
        assertThat(host.eventTypes()).doesNotContain("session.opened");
    }

    /** Returns a host that runs {@code change} once, right after a password check. */
    private static Host changing(StoreAndQueue wiring, Runnable change) {
        AtomicBoolean due = new AtomicBoolean(true);
        return Host.over(
                wiring,
                settings -> settings.passwordHasher(Interposed.afterChecking(FastPasswordHasher.create(), () -> {
                    if (due.getAndSet(false)) {
                        change.run();
                    }
                })));
    }

    /** Returns the outcome of a sign-in with {@code change} made right after the password check. */
    private static SignIn signInWhile(StoreAndQueue wiring, Runnable change) {
        AtomicBoolean made = new AtomicBoolean();
        Host slow = changing(wiring, () -> {
            made.set(true);
            change.run();
        });
        SignIn outcome = slow.accounts.signIn().withPassword(new Credentials("ann@example.com", Host.PASSWORD));
        assertThat(made).as("the password was checked").isTrue();
        return outcome;
    }

    private static void replacePassword(Host host, User user, Password password) {
        PasswordHash before =
                host.store.passwords().find(user.email()).orElseThrow().hash();
        PasswordHash after = FastPasswordHasher.create().hash(password);
        assertThat(host.store.passwords().replace(user.id(), before, after)).isTrue();
    }
}
