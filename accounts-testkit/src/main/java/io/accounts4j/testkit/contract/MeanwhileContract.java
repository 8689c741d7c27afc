package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.administration.Deletion;
import io.accounts4j.administration.Update;
import io.accounts4j.administration.UserChanges;
import io.accounts4j.confirmation.Confirmation;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.signin.Credentials;
import io.accounts4j.signin.SignIn;
import io.accounts4j.testkit.FastPasswordHasher;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What happens to a user while a verb that began before is still at work: nothing that ended comes back. */
public interface MeanwhileContract extends WiringFixture {

    @Test
    default void whoeverChangesWhileThePasswordIsCheckedGetsNoSession() {
        assertRejectedAfter((host, ann) -> host.disable(ann));
        assertRejectedAfter(
                (host, ann) -> assertThat(host.accounts.deleteUser(ann.id())).isInstanceOf(Deletion.Deleted.class));
        assertRejectedAfter((host, ann) -> assertThat(
                        host.accounts.updateUser(ann.id(), UserChanges.none().email("new@example.com")))
                .isInstanceOf(Update.Updated.class));
        assertRejectedAfter((host, ann) -> replacePassword(host, ann, Host.WRONG));
    }

    private void assertRejectedAfter(BiConsumer<Host, User> change) {
        Wiring wiring = emptyWiring();
        Host host = Host.over(wiring);
        User ann = host.registered("ann@example.com");

        assertThat(signInWhile(wiring, () -> change.accept(host, ann))).isEqualTo(new SignIn.Rejected());
    }

    @Test
    default void aHashThatIsRenewedMeanwhileKeepsNobodyOut() {
        Wiring wiring = emptyWiring();
        Host host = Host.over(wiring);
        User ann = host.registered("ann@example.com");

        assertThat(signInWhile(wiring, () -> replacePassword(host, ann, Host.PASSWORD)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    default void aRenewalThatFailsKeepsNobodyOut() {
        Wiring wiring = emptyWiring();
        Host.over(wiring).registered("ann@example.com");
        Host renewing = Host.over(
                wiring,
                settings -> settings.passwordHasher(Interposed.beforeHashing(FastPasswordHasher.ofCost(5), () -> {
                    throw new AccountsException("too much to do", true, null);
                })));

        assertThat(renewing.accounts.signIn(new Credentials("ann@example.com", Host.PASSWORD)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    default void whoeverConfirmsWaitsForTheUserBeforeTheTokenIsTaken() {
        Host host = Host.over(emptyWiring());
        User ann = host.registered("ann@example.com");
        RawToken token = host.mailedToken(ann);
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty());

        Future<Confirmation> confirming = host.store.transactions().inTransaction(() -> {
            assertThat(host.store.users().lock(ann.id())).isPresent();
            Future<Confirmation> waiting = Race.inBackground(() -> host.accounts.confirmUser(attempt));
            assertThat(Race.isKeptWaiting(waiting)).isTrue();
            assertThat(host.store.tokens().deleteByUser(ann.id())).isEqualTo(1);
            return waiting;
        });

        assertThat(Problems.of(Race.result(confirming))).containsExactly("token: is invalid or has expired");
    }

    /** What a sign-in comes to when {@code change} is made right after its password was checked. */
    private static SignIn signInWhile(Wiring wiring, Runnable change) {
        AtomicBoolean due = new AtomicBoolean(true);
        Host slow = Host.over(
                wiring,
                settings -> settings.passwordHasher(Interposed.afterChecking(FastPasswordHasher.create(), () -> {
                    if (due.getAndSet(false)) {
                        change.run();
                    }
                })));
        SignIn outcome = slow.accounts.signIn(new Credentials("ann@example.com", Host.PASSWORD));
        assertThat(due).as("the password was checked").isFalse();
        return outcome;
    }

    private static void replacePassword(Host host, User user, Password password) {
        PasswordHash before =
                host.store.passwords().find(user.email()).orElseThrow().hash();
        PasswordHash after = FastPasswordHasher.create().hash(password);
        assertThat(host.store.passwords().replace(user.id(), before, after)).isTrue();
    }
}
