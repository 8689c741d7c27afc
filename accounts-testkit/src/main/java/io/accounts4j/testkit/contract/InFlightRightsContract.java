package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.accounts4j.Accounts;
import io.accounts4j.event.Caller;
import io.accounts4j.kernel.NotAllowedException;
import io.accounts4j.kernel.NotAllowedException.Reason;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.testkit.contract.ActingVerbs.Call;
import io.accounts4j.testkit.contract.ActingVerbs.Scene;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.Right;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.users.UserChanges;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Session, account and right of a caller are asked again in the transaction of the effect. One row for each verb, in
 * {@link ActingVerbs}.
 */
public interface InFlightRightsContract extends StoreAndQueueFixture {

    @Test
    default void everyVerbHasARow() {
        Set<String> verbs = ActingVerbs.all();

        assertThat(verbs)
                .as("verbs without a row in ActingVerbs")
                .allMatch(verb -> ActingVerbs.ASKING.containsKey(verb) || ActingVerbs.areAllowedWithoutAsking(verb));
        assertThat(verbs).as("rows without a verb").containsAll(ActingVerbs.ASKING.keySet());
    }

    @Test
    default void whoeverSignedOutMeanwhileChangesNothing() {
        assertRefused(
                Reason.SESSION_ENDED,
                meanwhile -> assertThat(meanwhile.host.accounts.sessions().revoke(meanwhile.session))
                        .isTrue());
    }

    @Test
    default void whoeverWasDemotedMeanwhileChangesNothing() {
        assertRefused(
                Reason.SESSION_ENDED,
                meanwhile -> assertThat(meanwhile
                                .host
                                .accounts
                                .users()
                                .update(meanwhile.actor.id(), UserChanges.none().administrator(false)))
                        .isInstanceOf(Outcome.Done.class));
    }

    @Test
    default void whoeverLostTheRightAloneChangesNothing() {
        assertRefused(Reason.RIGHT_LOST, meanwhile -> {
            User now =
                    meanwhile.host.accounts.users().find(meanwhile.actor.id()).orElseThrow();
            assertThat(meanwhile.host.store.users().update(now.withAdministrator(false)))
                    .isNotNull();
        });
    }

    @Test
    default void whoeverWasDisabledMeanwhileChangesNothing() {
        assertRefused(Reason.ACCOUNT_CLOSED, meanwhile -> meanwhile.host.disable(meanwhile.actor));
    }

    @Test
    default void whoeverWasDeletedMeanwhileChangesNothing() {
        assertRefused(
                Reason.ACCOUNT_CLOSED,
                meanwhile -> assertThat(meanwhile.host.accounts.users().delete(meanwhile.actor.id()))
                        .isInstanceOf(Outcome.Done.class));
    }

    @Test
    default void whoeverIsStillAllowedIsLetThrough() {
        Meanwhile meanwhile = Meanwhile.on(emptyStoreAndQueue());

        for (Map.Entry<String, Call> verb : ActingVerbs.ASKING.entrySet()) {
            assertThatCode(() -> meanwhile.run(verb.getValue()))
                    .as(verb.getKey())
                    .doesNotThrowAnyException();
        }
    }

    private void assertRefused(Reason reason, Consumer<Meanwhile> ending) {
        Meanwhile meanwhile = Meanwhile.on(emptyStoreAndQueue());
        ending.accept(meanwhile);
        List<Object> before = meanwhile.stored();

        for (Map.Entry<String, Call> verb : ActingVerbs.ASKING.entrySet()) {
            assertThat(catchThrowable(() -> meanwhile.run(verb.getValue())))
                    .as(verb.getKey())
                    .isInstanceOfSatisfying(
                            NotAllowedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
            assertThat(meanwhile.stored()).as(verb.getKey()).isEqualTo(before);
        }
    }

    @Test
    default void aSessionOfSomebodyElseGrantsNothing() {
        Meanwhile meanwhile = Meanwhile.on(emptyStoreAndQueue());
        Host host = meanwhile.host;
        User bob = host.fixtures.administrator();
        Caller mixed = Caller.host()
                .by(
                        bob.id(),
                        host.accounts
                                .sessions()
                                .find(meanwhile.session)
                                .orElseThrow()
                                .grant(Right.ADMINISTRATOR));

        assertThat(catchThrowable(() -> host.accounts
                        .as(mixed)
                        .users()
                        .delete(meanwhile.scene.target().id())))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    default void whoeverDemotesOrSignsOutWaitsForAnEffectThatHasBegun() {
        Meanwhile meanwhile = Meanwhile.on(emptyStoreAndQueue());
        Host host = meanwhile.host;

        List<Future<?>> waiting = host.store.transactions().inTransaction(() -> {
            assertThat(meanwhile
                            .accounts
                            .users()
                            .update(
                                    meanwhile.scene.target().id(),
                                    UserChanges.none().name("Changed")))
                    .isInstanceOf(Outcome.Done.class);
            Future<?> demoting = Race.inBackground(() -> host.accounts
                    .users()
                    .update(meanwhile.actor.id(), UserChanges.none().administrator(false)));
            Future<?> leaving = Race.inBackground(() -> host.accounts.sessions().revoke(meanwhile.session));
            assertThat(Race.isKeptWaiting(demoting)).as("demoting").isTrue();
            assertThat(leaving.isDone()).as("signing out").isFalse();
            return List.of(demoting, leaving);
        });

        assertThat(Race.result(waiting.get(0))).isInstanceOf(Outcome.Done.class);
        assertThat(Race.result(waiting.get(1))).isNotNull();
        assertThat(host.accounts
                        .users()
                        .find(meanwhile.scene.target().id())
                        .orElseThrow()
                        .name())
                .isEqualTo("Changed");
    }

    @Test
    default void ofTwoAdministratorsWhoDemoteEachOtherExactlyOneStays() {
        Host host = Host.over(emptyStoreAndQueue());
        List<User> pair = List.of(host.fixtures.administrator(), host.fixtures.administrator());
        List<Accounts> acting = pair.stream()
                .map(user -> host.accounts.as(Meanwhile.administrator(host, host.fixtures.session(user))))
                .toList();

        List<Boolean> demoted = Race.between(32, i -> demote(acting.get(i % 2), pair.get(1 - i % 2)));

        assertThat(host.accounts.users().list(UserFilter.all().administrator(true)))
                .as("one demotion won, the other administrator stays")
                .hasSize(1);
        assertThat(demoted).contains(true);
    }

    /** Returns whether {@code target} is demoted; a caller who was demoted first is refused. */
    private static boolean demote(Accounts accounts, User target) {
        try {
            return accounts.users().update(target.id(), UserChanges.none().administrator(false))
                    instanceof Outcome.Done<?>;
        } catch (NotAllowedException e) {
            return false;
        }
    }

    /** An administrator who was let in, and a verb of theirs that has not had its effect yet. */
    final class Meanwhile {
        private final Host host;
        private final User actor;
        private final SessionToken session;
        private final Accounts accounts;
        private final Scene scene;

        private Meanwhile(Host host) {
            this.host = host;
            User other = host.fixtures.administrator();
            assertThat(other.administrator()).as("the last administrator stays").isTrue();
            this.actor = host.fixtures.administrator();
            this.session = host.fixtures.session(actor);
            this.accounts = host.accounts.as(administrator(host, session));
            User target = host.registered("target@example.com");
            this.scene = new Scene(
                    host,
                    actor,
                    target,
                    host.mailedToken(target),
                    host.accounts.registration().prepare(Host.newUser("prepared@example.com")));
        }

        static Meanwhile on(StoreAndQueue wiring) {
            return new Meanwhile(Host.over(wiring));
        }

        static Caller administrator(Host host, SessionToken session) {
            var signedIn = host.accounts.sessions().find(session).orElseThrow();
            return Caller.host().by(signedIn.user().id(), signedIn.grant(Right.ADMINISTRATOR));
        }

        void run(Call verb) {
            verb.on(accounts, scene);
        }

        List<Object> stored() {
            return List.of(host.accounts.users().list(UserFilter.all()), host.eventTypes(), host.jobs.waiting());
        }
    }
}
