package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.Caller;
import io.accounts4j.event.Client;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.registration.NewUser;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.session.SignIn;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.signin.Credentials;
import io.accounts4j.testkit.FastPasswordHasher;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.users.UserChanges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signing in and out: {@code get_user_by_email_and_password} and the three functions on session tokens. */
public interface SignInContract extends StoreAndQueueFixture {

    private static Optional<SignIn.SignedIn> signIn(Host host, String email) {
        return host.accounts
                .signIn()
                .withPassword(new Credentials(email, Host.PASSWORD))
                .fold(Optional::of, needed -> Optional.empty(), no -> Optional.empty());
    }

    @Test
    default void theRightPasswordOpensASession() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        Client client = new Client(Optional.of("192.0.2.7"), Optional.of("Test/1.0"));
        Caller caller = new Caller(Optional.empty(), client, Optional.of("request-1"));

        SignIn.SignedIn signedIn = host.accounts
                .as(caller)
                .signIn()
                .withPassword(new Credentials("ANN@example.com", Host.PASSWORD))
                .<Optional<SignIn.SignedIn>>fold(Optional::of, needed -> Optional.empty(), no -> Optional.empty())
                .orElseThrow();

        SignedInUser found = host.accounts.sessions().find(signedIn.token()).orElseThrow();
        assertThat(found).isEqualTo(signedIn.signedIn());
        assertThat(found.user()).isEqualTo(ann);
        assertThat(found.session().client()).isEqualTo(client);
        assertThat(found.session().expiresAt()).isEqualTo(Samples.NOW.plus(Duration.ofDays(14)));
        assertThat(found.session().authenticatedAt()).isEqualTo(Samples.NOW);
        assertThat(host.accounts.sessions().findUser(signedIn.token())).contains(ann);
        assertThat(host.events()).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("session.opened");
            assertThat(event.subject()).contains(ann.id());
            assertThat(event.caller()).isEqualTo(caller);
        });
    }

    @Test
    default void aWrongPasswordAndAnUnknownUserAreOneAnswer() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        assertThat(host.accounts.signIn().withPassword(new Credentials("ann@example.com", Host.WRONG)))
                .isEqualTo(new SignIn.Rejected());
        assertThat(host.accounts.signIn().withPassword(new Credentials("nobody@example.com", Host.PASSWORD)))
                .isEqualTo(new SignIn.Rejected());
        assertThat(host.accounts.signIn().withPassword(new Credentials("no address", Host.PASSWORD)))
                .isEqualTo(new SignIn.Rejected());

        assertThat(host.events().subList(1, 4)).allMatch(event -> event.type().equals("session.refused"));
        assertThat(host.events().subList(1, 4))
                .extracting(event -> event.subject())
                .containsExactly(Optional.of(ann.id()), Optional.empty(), Optional.empty());
    }

    @Test
    default void anAccountWithAnAddressOfOlderRulesSignsInAndIsRenamed() {
        Host host = Host.over(emptyStoreAndQueue());
        Email older = Email.stored("ann@exa_mple.org");
        User ann = Samples.user("ann@example.org").withEmail(older);
        PasswordHash hash = FastPasswordHasher.create().hash(Host.PASSWORD);
        assertThat(host.store.users().add(ann, hash)).isTrue();

        assertThat(signIn(host, "Ann@exa_mple.org")).isPresent();
        UserChanges renaming = UserChanges.none().email(older.address()).name("Ann Miller");
        assertThat(host.accounts.users().update(ann.id(), renaming)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void composedAndDecomposedPasswordsAreOne() {
        Host host = Host.over(emptyStoreAndQueue());
        String composed = "P\u00e4ssword123!";
        String decomposed = "Pa\u0308ssword123!";
        assertThat(host.fixtures.user(new NewUser("composed@example.com", "Ann", Password.of(composed))))
                .isNotNull();
        assertThat(host.fixtures.user(new NewUser("decomposed@example.com", "Ann", Password.of(decomposed))))
                .isNotNull();
        PasswordHash elsewhere = FastPasswordHasher.create().hash(Password.of(decomposed));
        assertThat(host.store.users().add(Samples.user("elsewhere@example.com"), elsewhere))
                .isTrue();

        for (String email : List.of("composed@example.com", "decomposed@example.com")) {
            for (String typed : List.of(composed, decomposed)) {
                assertThat(host.accounts.signIn().verify(email, Password.of(typed)))
                        .as("%s, %d characters", email, typed.length())
                        .isPresent();
            }
        }
        assertThat(host.accounts.signIn().verify("elsewhere@example.com", Password.of(decomposed)))
                .as("a hash of the form typed")
                .isPresent();
    }

    @Test
    default void askingForAUserByPasswordOpensNothing() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        assertThat(host.accounts.signIn().verify("ann@example.com", Host.PASSWORD))
                .contains(ann);

        assertThat(host.eventTypes()).containsExactly("user.registered");
    }

    @Test
    default void aSessionEndsAfterItsTime() {
        Host host = Host.over(emptyStoreAndQueue());
        SessionToken token = host.fixtures.session(host.registered("ann@example.com"));

        host.clock.advance(Duration.ofDays(14).minusNanos(1_000));
        assertThat(host.accounts.sessions().find(token)).isPresent();
        host.clock.advance(Duration.ofNanos(1_000));
        assertThat(host.accounts.sessions().find(token)).isEmpty();
    }

    @Test
    default void signingOutEndsThatSessionAlone() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        SessionToken here = host.fixtures.session(ann);
        SessionToken elsewhere = host.fixtures.session(ann);

        assertThat(host.accounts.sessions().revoke(here)).isTrue();
        assertThat(host.accounts.sessions().revoke(here)).as("again").isFalse();
        assertThat(host.accounts.sessions().revoke(SessionToken.random())).isFalse();

        assertThat(host.accounts.sessions().find(here)).isEmpty();
        assertThat(host.accounts.sessions().find(elsewhere)).isPresent();
        assertThat(host.eventTypes()).containsOnlyOnce("session.closed");
    }

    @Test
    default void aDisabledUserIsOutAndStaysOut() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        SessionToken token = host.fixtures.session(ann);

        host.disable(ann);

        assertThat(host.accounts.sessions().find(token)).isEmpty();
        assertThat(host.accounts.sessions().findUser(token)).isEmpty();
        assertThat(signIn(host, "ann@example.com")).isEmpty();
        assertThat(host.accounts.signIn().verify("ann@example.com", Host.PASSWORD))
                .isEmpty();
    }

    @Test
    default void unconfirmedUsersMaySignInUnlessTheHostForbidsIt() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host open = Host.over(wiring);
        Host strict = Host.over(wiring, settings -> settings.sessions(new SessionPolicy(Duration.ofDays(1), true)));
        User ann = open.registered("ann@example.com");

        assertThat(signIn(open, "ann@example.com")).isPresent();
        assertThat(signIn(strict, "ann@example.com")).isEmpty();
        open.accounts.confirmation().confirm(ann.id());
        assertThat(signIn(strict, "ann@example.com")).isPresent();
    }

    @Test
    default void anOutdatedHashIsRenewedAtSignIn() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host old = Host.over(wiring);
        Host renewing = Host.over(wiring, settings -> settings.passwordHasher(FastPasswordHasher.ofCost(5)));
        User ann = old.registered("ann@example.com");
        String before = stored(old, ann);

        assertThat(renewing.accounts.signIn().withPassword(new Credentials("ann@example.com", Host.WRONG)))
                .isEqualTo(new SignIn.Rejected());
        assertThat(stored(old, ann)).as("not by a wrong password").isEqualTo(before);
        assertThat(signIn(renewing, "ann@example.com")).isPresent();
        String renewed = stored(old, ann);

        assertThat(renewed).startsWith("$2b$05$");
        assertThat(signIn(renewing, "ann@example.com")).isPresent();
        assertThat(signIn(old, "ann@example.com")).isPresent();
        assertThat(stored(old, ann)).as("never downwards").isEqualTo(renewed);
    }

    @Test
    default void aPasswordChangedMeanwhileIsNotOverwrittenByARenewal() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        Host old = Host.over(wiring);
        User ann = old.registered("ann@example.com");
        PasswordHash before =
                old.store.passwords().find(ann.email()).orElseThrow().hash();
        PasswordHash changed = FastPasswordHasher.ofCost(5).hash(Host.WRONG);
        Host renewing = Host.over(
                wiring,
                settings -> settings.passwordHasher(Interposed.beforeHashing(
                        FastPasswordHasher.ofCost(5),
                        () -> assertThat(old.store.passwords().replace(ann.id(), before, changed))
                                .isTrue())));

        assertThat(signIn(renewing, "ann@example.com")).isPresent();

        assertThat(stored(old, ann)).isEqualTo(changed.encoded());
    }

    @Test
    default void manyMaySignInAtOnce() {
        Host host = Host.over(emptyStoreAndQueue());
        host.registered("ann@example.com");

        List<Boolean> signedIn =
                Race.between(16, i -> signIn(host, "ann@example.com").isPresent());

        assertThat(signedIn).containsOnly(true);
    }

    private static String stored(Host host, User user) {
        return host.store.passwords().find(user.email()).orElseThrow().hash().encoded();
    }
}
