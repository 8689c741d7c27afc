package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordHasher;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.session.SignIn;
import io.accounts4j.signin.Credentials;
import io.accounts4j.testkit.FastPasswordHasher;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Work reveals no account: every refusal makes the same calls of the same ports. */
public interface ConstantWorkContract extends StoreAndQueueFixture {

    @Test
    default void everyRefusedSignInDoesTheSame() {
        Calls calls = new Calls();
        Host host = watched(calls);
        host.registered("ann@example.com");
        User disabled = host.registered("disabled@example.com");
        host.accounts.confirmation().confirm(disabled.id());
        host.disable(disabled);
        host.registered("unconfirmed@example.com");

        List<String> wrong = calls.during(() -> refused(host, "ann@example.com", Host.WRONG));

        assertThat(wrong)
                .as("one look, one check, one event")
                .containsOnlyOnce("PasswordHasher.verify", "PasswordStore.find", "EventStore.append")
                .doesNotContain("PasswordHasher.hash");
        assertThat(calls.during(() -> refused(host, "nobody@example.com", Host.PASSWORD)))
                .as("unknown")
                .isEqualTo(wrong);
        assertThat(work(calls, () -> refused(host, "disabled@example.com", Host.PASSWORD)))
                .as("disabled")
                .isEqualTo(work(wrong));
        assertThat(work(calls, () -> refused(host, "unconfirmed@example.com", Host.PASSWORD)))
                .as("unconfirmed where that is forbidden")
                .isEqualTo(work(wrong));
        assertThat(calls.during(() -> refused(host, "ann@example.com", Password.of("x".repeat(100_000)))))
                .as("longer than bcrypt reads")
                .isEqualTo(wrong);
        assertThat(calls.during(() -> refused(host, "nobody@example.com", Password.of("\u0000"))))
                .as("not storable, of nobody")
                .isEqualTo(wrong);
        assertThat(calls.during(() -> refused(host, "no address", Host.PASSWORD)))
                .as("no address costs a check, too")
                .containsOnlyOnce("PasswordHasher.verify", "EventStore.append");
    }

    @Test
    default void everyFailedCheckCostsTheSameWork() {
        CountedWork hasher = new CountedWork(FastPasswordHasher.ofCost(7));
        Host host = Host.over(
                emptyStoreAndQueue(),
                settings -> settings.passwordHasher(hasher).sessions(new SessionPolicy(Duration.ofDays(1), true)));
        confirmed(host, "today@example.com", FastPasswordHasher.ofCost(7).hash(Host.PASSWORD));
        PasswordHash older = FastPasswordHasher.ofCost(5).hash(Host.PASSWORD);
        confirmed(host, "older@example.com", older);
        host.disable(confirmed(host, "disabled@example.com", older));
        assertThat(host.store.users().add(Samples.user("unconfirmed@example.com"), older))
                .isTrue();
        confirmed(host, "unreadable@example.com", PasswordHash.of("$argon2id$v=19$m=1,t=1,p=1$x$y"));

        for (Password wrong : List.of(
                Host.WRONG, Password.of("x".repeat(100_000)), Password.of("\u0000"), Password.of("Wrong-e\u0301"))) {
            long forms = wrong.reveal().contains("e\u0301") ? 2 : 1;
            for (String email : List.of(
                    "today@example.com", "older@example.com", "unreadable@example.com", "nobody@example.com", "none")) {
                assertThat(hasher.during(() -> refused(host, email, wrong)))
                        .as("%s, %d forms", email, forms)
                        .isCloseTo(forms << 7, withinPercentage(10));
            }
        }
        for (String email : List.of("disabled@example.com", "unconfirmed@example.com")) {
            assertThat(hasher.during(() -> refused(host, email, Host.PASSWORD)))
                    .as(email)
                    .isCloseTo(1 << 7, withinPercentage(10));
        }
        assertThat(hasher.during(() -> assertThat(host.accounts.signIn().verify("disabled@example.com", Host.PASSWORD))
                        .isEmpty()))
                .isCloseTo(1 << 7, withinPercentage(10));
    }

    @Test
    default void askingByPasswordDoesTheSameForEverybodyElse() {
        Calls calls = new Calls();
        Host host = watched(calls);
        host.registered("ann@example.com");

        List<String> wrong =
                calls.during(() -> assertThat(host.accounts.signIn().verify("ann@example.com", Host.WRONG))
                        .isEmpty());

        assertThat(wrong).containsOnlyOnce("PasswordHasher.verify", "PasswordStore.find");
        assertThat(calls.during(() -> assertThat(host.accounts.signIn().verify("nobody@example.com", Host.PASSWORD))
                        .isEmpty()))
                .isEqualTo(wrong);
    }

    @Test
    default void askingForALinkDoesTheSameForEveryAddress() {
        Calls calls = new Calls();
        Host host = watched(calls);
        host.registered("waiting@example.com");
        User confirmed = host.registered("confirmed@example.com");
        host.accounts.confirmation().confirm(confirmed.id());
        host.drain();

        List<String> waiting = calls.during(() -> host.accounts.confirmation().request("waiting@example.com"));
        List<String> done = calls.during(() -> host.accounts.confirmation().request("confirmed@example.com"));
        List<String> unknown = calls.during(() -> host.accounts.confirmation().request("nobody@example.com"));

        List<String> again = calls.during(() -> host.accounts.confirmation().request("waiting@example.com"));
        List<String> unknownAgain =
                calls.during(() -> host.accounts.confirmation().request("nobody@example.com"));

        assertThat(waiting).isNotEmpty().isEqualTo(done).isEqualTo(unknown);
        assertThat(again).as("while the mail is queued").isEqualTo(waiting).isEqualTo(unknownAgain);
        assertThat(host.jobs.waiting())
                .as("one job each, which nobody can tell from the others")
                .hasSize(3)
                .allSatisfy(job -> {
                    assertThat(job.kind()).isEqualTo(host.jobs.waiting().get(0).kind());
                    assertThat(job.arguments().get("user")).hasSize(36);
                });
    }

    @Test
    default void anInvalidRegistrationIsNeverHashed() {
        Calls calls = new Calls();
        Host host = watched(calls);

        assertThat(calls.during(() -> assertThat(
                                Problems.of(host.accounts.registration().register(Host.newUser("no address"))))
                        .isNotEmpty()))
                .doesNotContain("PasswordHasher.hash", "PasswordHasher.verify");
    }

    @Test
    default void lookingUpASessionIsOneLookAndNoWrite() {
        Calls calls = new Calls();
        Host host = watched(calls);
        var token = host.fixtures.session(host.registered("ann@example.com"));

        assertThat(calls.during(
                        () -> assertThat(host.accounts.sessions().find(token)).isPresent()))
                .containsExactly("SessionStore.find");
    }

    private Host watched(Calls calls) {
        StoreAndQueue wiring = emptyStoreAndQueue();
        return Host.over(
                new StoreAndQueue(calls.watching(wiring.store()), wiring.jobs()),
                settings -> settings.passwordHasher(calls.watching(PasswordHasher.class, FastPasswordHasher.create()))
                        .eventBus(calls.watching(EventBus.class, new InProcessEventBus()))
                        .sessions(new SessionPolicy(Duration.ofDays(1), true)));
    }

    private static User confirmed(Host host, String email, PasswordHash hash) {
        User user = Samples.user(email).confirmedAt(Samples.NOW);
        assertThat(host.store.users().add(user, hash)).isTrue();
        return user;
    }

    private static void refused(Host host, String email, Password password) {
        assertThat(host.accounts.signIn().withPassword(new Credentials(email, password)))
                .isEqualTo(new SignIn.Rejected());
    }

    /** Returns the calls that take time; reading the parameters of a hash does not. */
    private static List<String> work(List<String> calls) {
        Set<String> free = Set.of("PasswordHasher.isOutdated");
        return calls.stream().filter(call -> !free.contains(call)).collect(Collectors.toList());
    }

    private static List<String> work(Calls calls, Runnable done) {
        return work(calls.during(done));
    }
}
