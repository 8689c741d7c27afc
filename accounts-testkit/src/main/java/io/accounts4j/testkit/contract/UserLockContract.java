package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.store.AccountStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The row locks of {@link io.accounts4j.user.UserRepository}. */
public interface UserLockContract extends StoreFixture {

    @Test
    default void aLockedUserIsKeptFromOthersUntilTheEnd() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);

        Future<Change> holder = Race.inBackground(() -> store.transactions().inTransaction(() -> {
            User own = store.users().lock(ann.id()).orElseThrow();
            locked.countDown();
            Race.await(release);
            return store.users().update(own.withName("Changed by the holder"));
        }));
        Race.await(locked, holder);
        Future<Optional<User>> other = Race.inBackground(
                () -> store.transactions().inTransaction(() -> store.users().lock(ann.id())));
        assertThat(Race.isKeptWaiting(other)).as("kept waiting").isTrue();
        assertThat(store.users().findById(ann.id()))
                .as("reading waits for nobody")
                .contains(ann);
        release.countDown();

        assertThat(Race.result(holder)).isEqualTo(Change.DONE);
        assertThat(Race.result(other).orElseThrow().name())
                .as("the lock shows what is committed by then")
                .isEqualTo("Changed by the holder");
    }

    @Test
    default void lockingOneUserKeepsNobodyFromAnother() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        User bob = Samples.stored(store, "bob@example.com");

        store.transactions().inTransaction(() -> {
            assertThat(store.users().lock(ann.id())).isPresent();
            assertThat(Race.result(Race.inBackground(() -> store.transactions()
                            .inTransaction(() -> store.users().lock(bob.id())))))
                    .isPresent();
            return ann;
        });
    }

    @Test
    default void lockedAdministratorsAreExactlyThose() {
        AccountStore store = emptyStore();
        User ann = administrator(store, "ann@example.com");
        User bob = administrator(store, "bob@example.com");
        Samples.stored(store, "carl@example.com");

        List<User> locked =
                store.transactions().inTransaction(() -> store.users().lockAdministrators(Set.of()));

        assertThat(locked).containsExactlyInAnyOrder(ann, bob);
    }

    @Test
    default void othersAreLockedWithTheAdministratorsInTheOrderOfTheirIds() {
        AccountStore store = emptyStore();
        User first = Samples.stored(store, "first@example.com");
        User admin = administrator(store, "ann@example.com");
        User last = Samples.stored(store, "last@example.com");
        Set<UserId> others = Set.of(last.id(), first.id(), UserId.next(Samples.NOW));

        Future<Optional<User>> waiting = store.transactions().inTransaction(() -> {
            assertThat(store.users().lockAdministrators(others))
                    .isSortedAccordingTo(Comparator.comparing(User::id))
                    .containsExactlyInAnyOrder(first, admin, last);
            Future<Optional<User>> other = Race.inBackground(
                    () -> store.transactions().inTransaction(() -> store.users().lock(first.id())));
            assertThat(Race.isKeptWaiting(other)).as("kept waiting").isTrue();
            return other;
        });
        assertThat(Race.result(waiting)).contains(first);
    }

    @Test
    default void lockedAdministratorsAreKeptFromOthers() {
        AccountStore store = emptyStore();
        User ann = administrator(store, "ann@example.com");
        User bob = administrator(store, "bob@example.com");
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);

        Future<Change> holder = Race.inBackground(() -> store.transactions().inTransaction(() -> {
            assertThat(store.users().lockAdministrators(Set.of())).hasSize(2);
            locked.countDown();
            Race.await(release);
            return store.users().update(ann.withAdministrator(false));
        }));
        Race.await(locked, holder);
        Future<List<User>> other = Race.inBackground(
                () -> store.transactions().inTransaction(() -> store.users().lockAdministrators(Set.of())));
        assertThat(Race.isKeptWaiting(other)).as("kept waiting").isTrue();
        release.countDown();

        assertThat(Race.result(holder)).isEqualTo(Change.DONE);
        assertThat(Race.result(other)).as("who is left by then").containsExactly(bob);
    }

    @Test
    default void ofManyDemotionsAtOnceTheLastIsNeverDone() {
        AccountStore store = emptyStore();
        List<User> users = IntStream.range(0, 8)
                .mapToObj(i -> administrator(store, "admin" + i + "@example.com"))
                .toList();

        List<Boolean> demoted =
                Race.between(8, i -> store.transactions().inTransaction(() -> demote(store, users.get(i))));

        assertThat(demoted).containsOnlyOnce(false);
        assertThat(store.transactions()
                        .inTransaction(() -> store.users().lockAdministrators(Set.of()))
                        .size())
                .isEqualTo(1);
    }

    private static boolean demote(AccountStore store, User user) {
        List<User> administrators = store.users().lockAdministrators(Set.of());
        return administrators.size() > 1 && store.users().update(user.withAdministrator(false)) == Change.DONE;
    }

    private static User administrator(AccountStore store, String email) {
        return Samples.stored(store, Samples.user(email).withAdministrator(true));
    }
}
