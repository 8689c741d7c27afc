package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.event.Caller;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserId;
import io.accounts4j.users.UserChanges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code update_user}, {@code change_user} and {@code delete_user}: changes, and the sessions and tokens that they end. */
public interface UpdateContract extends StoreAndQueueFixture {

    @Test
    default void whatIsAskedForChangesAndNothingElse() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        User admin = host.fixtures.administrator();
        host.clock.advance(Duration.ofMinutes(1));

        Outcome<User> update = host.accounts
                .as(Caller.host().by(admin.id()))
                .users()
                .update(ann.id(), UserChanges.none().email("new@example.com").name("New Name"));

        User changed = host.accounts.users().find(ann.id()).orElseThrow();
        assertThat(update).isEqualTo(Outcome.done(changed));
        assertThat(changed.email().address()).isEqualTo("new@example.com");
        assertThat(changed.name()).isEqualTo("New Name");
        assertThat(changed.administrator()).isFalse();
        assertThat(changed.insertedAt()).isEqualTo(Samples.NOW);
        assertThat(changed.updatedAt()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(1)));
        assertThat(changed.revision().version()).isEqualTo(2);
        assertThat(host.accounts.users().findByEmail("ann@example.com")).isEmpty();
        assertThat(host.events()).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("user.updated");
            assertThat(event.detail()).isEqualTo("email,name");
            assertThat(event.caller().actor()).contains(admin.id());
        });
    }

    @Test
    default void theSameAddressAndNothingElseIsAProblem() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        for (UserChanges changes : List.of(
                UserChanges.none().email("ann@example.com"),
                UserChanges.none().email("ann@example.com").name("Test User").administrator(false))) {
            assertThat(Problems.of(host.accounts.users().update(ann.id(), changes)))
                    .containsExactly("email: did not change");
            assertThat(Problems.of(host.accounts.users().check(ann, changes))).containsExactly("email: did not change");
        }
        assertThat(host.accounts.users().find(ann.id())).contains(ann);
        assertThat(host.eventTypes()).containsExactly("user.registered");
    }

    @Test
    default void whatIsSoAlreadyStaysAsItIs() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        host.clock.advance(Duration.ofMinutes(1));

        for (UserChanges changes :
                List.of(UserChanges.none(), UserChanges.none().name("Test User").administrator(false))) {
            assertThat(host.accounts.users().check(ann, changes)).isEmpty();
            assertThat(host.accounts.users().update(ann.id(), changes)).isEqualTo(Outcome.done(ann));
        }
        assertThat(host.accounts.users().find(ann.id())).contains(ann);
        assertThat(host.eventTypes()).containsExactly("user.registered");
    }

    @Test
    default void theSameRulesHoldAsForARegistration() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        host.registered("bob@example.com");

        UserChanges wrong = UserChanges.none().email("no,address").name("A");
        List<String> expected = List.of(
                "email: must have the @ sign and no spaces",
                "email: has characters that are not allowed",
                "name: should be at least 2 character(s)");
        assertThat(Problems.of(host.accounts.users().update(ann.id(), wrong))).containsExactlyElementsOf(expected);
        assertThat(Problems.of(host.accounts.users().check(ann, wrong))).containsExactlyElementsOf(expected);
        assertThat(Problems.of(host.accounts
                        .users()
                        .update(
                                ann.id(),
                                UserChanges.none().email("BOB@example.com").name("A"))))
                .containsExactly("name: should be at least 2 character(s)", "email: has already been taken");
        assertThat(Problems.of(host.accounts
                        .users()
                        .update(ann.id(), UserChanges.none().email("").name(" "))))
                .containsExactly("email: can't be blank", "name: can't be blank");
        assertThat(host.accounts.users().find(ann.id())).contains(ann);
    }

    @Test
    default void ofManyWhoWantOneAddressExactlyOneGetsIt() {
        Host host = Host.over(emptyStoreAndQueue());
        List<User> users = List.of(
                host.registered("a@example.com"),
                host.registered("b@example.com"),
                host.registered("c@example.com"),
                host.registered("d@example.com"));

        List<Boolean> updated = Race.between(
                4,
                i -> host.accounts
                                .users()
                                .update(users.get(i).id(), UserChanges.none().email("wanted@example.com"))
                        instanceof Outcome.Done<?>);

        assertThat(updated).containsOnlyOnce(true);
    }

    @Test
    default void whoeverIsAbsentCannotBeChangedOrDeleted() {
        Host host = Host.over(emptyStoreAndQueue());
        UserId nobody = UserId.next(Samples.NOW);

        assertThat(host.accounts.users().update(nobody, UserChanges.none().name("New")))
                .isEqualTo(Outcome.refused(Problem.of(ProblemCode.ABSENT)));
        assertThat(host.accounts.users().update(nobody, UserChanges.none().administrator(false)))
                .isEqualTo(Outcome.refused(Problem.of(ProblemCode.ABSENT)));
        assertThat(host.accounts.users().delete(nobody)).isEqualTo(Outcome.refused(Problem.of(ProblemCode.ABSENT)));
        assertThat(host.accounts.users().find(nobody)).isEmpty();
    }

    @Test
    default void aNewAddressEndsSessionsAndTokens() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        assertEnds(host, ann, UserChanges.none().email("new@example.com"), true);
    }

    @Test
    default void aLostRightEndsSessionsAndTokens() {
        Host host = Host.over(emptyStoreAndQueue());
        User admin = host.fixtures.administrator();
        User ann = host.registered("ann@example.com");
        assertThat(host.accounts.users().update(ann.id(), UserChanges.none().administrator(true)))
                .isInstanceOf(Outcome.Done.class);
        assertEnds(host, ann, UserChanges.none().administrator(false), true);
        assertThat(host.accounts.users().find(admin.id())).contains(admin);
    }

    @Test
    default void aNewNameOrRightEndsNothing() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        assertEnds(host, ann, UserChanges.none().name("New Name").administrator(true), false);
    }

    private static void assertEnds(Host host, User user, UserChanges changes, boolean ends) {
        RawToken token = host.mailedToken(user);
        SessionToken session = host.fixtures.session(user);
        SessionToken other = host.fixtures.session(host.registered("other@example.com"));

        assertThat(host.accounts.users().update(user.id(), changes)).isInstanceOf(Outcome.Done.class);

        assertThat(host.accounts.sessions().find(session).isEmpty()).isEqualTo(ends);
        assertThat(host.accounts
                        .confirmation()
                        .confirm(new ConfirmationAttempt(
                                Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty()))
                        .<Boolean>fold(ok -> false, refused -> true))
                .isEqualTo(ends);
        assertThat(host.accounts.sessions().find(other)).as("of somebody else").isPresent();
    }

    @Test
    default void deletingEndsEverythingOfTheUser() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        User bob = host.registered("bob@example.com");
        SessionToken session = host.fixtures.session(ann);
        SessionToken bobs = host.fixtures.session(bob);

        assertThat(host.accounts.users().delete(ann.id())).isEqualTo(Outcome.done(ann));
        assertThat(host.accounts.users().delete(ann.id())).isEqualTo(Outcome.refused(Problem.of(ProblemCode.ABSENT)));

        assertThat(host.accounts.users().list(UserFilter.all())).containsExactly(bob);
        assertThat(host.accounts.sessions().find(session)).isEmpty();
        assertThat(host.accounts.sessions().find(bobs)).isPresent();
        assertThat(host.events()).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("user.deleted");
            assertThat(event.subject()).as("events outlive their user").contains(ann.id());
        });
        host.drain();
        assertThat(host.mailer.all()).as("no mail to whoever is gone").hasSize(1);
    }
}
