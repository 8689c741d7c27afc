package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.store.AccountStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserRepository.Change;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The unique addresses of {@link io.accounts4j.user.UserRepository}. */
public interface UniqueEmailContract extends StoreFixture {

    @Test
    default void aTakenAddressIsRefusedAndNothingChanges() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        User other = Samples.user("ann@example.com", "Somebody Else");

        assertThat(store.users().add(other, Samples.hash("B"))).isFalse();

        assertThat(store.users().findById(other.id())).isEmpty();
        assertThat(store.users().findByEmail(ann.email())).contains(ann);
        assertThat(store.passwords().find(ann.email()).orElseThrow().hash().encoded())
                .isEqualTo(Samples.HASH.encoded());
    }

    @Test
    default void addressesThatDifferInCaseAreOne() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "Ann@Example.COM");

        assertThat(store.users().add(Samples.user("aNN@example.com"), Samples.HASH))
                .isFalse();

        assertThat(store.users().findByEmail(new Email("ANN@EXAMPLE.COM"))).contains(ann);
        assertThat(store.users()
                        .findByEmail(new Email("ann@example.com"))
                        .orElseThrow()
                        .email()
                        .address())
                .as("as it was typed")
                .isEqualTo("Ann@Example.COM");
    }

    @Test
    default void theKelvinSignIsTheLetterK() {
        AccountStore store = emptyStore();
        User user = Samples.stored(store, "\u212aelvin@example.com");

        assertThat(store.users().findByEmail(new Email("kelvin@example.com"))).contains(user);
        assertThat(store.users().add(Samples.user("Kelvin@example.com"), Samples.HASH))
                .isFalse();
    }

    @Test
    default void aDomainAndItsAsciiFormAreOne() {
        AccountStore store = emptyStore();
        User user = Samples.stored(store, "ann@bücher.example");

        assertThat(store.users().findByEmail(new Email("ann@xn--bcher-kva.example")))
                .contains(user);
        assertThat(store.users().findByEmail(new Email("ann@BÜCHER.example"))).contains(user);
        assertThat(store.users().add(Samples.user("ann@xn--bcher-kva.example"), Samples.HASH))
                .isFalse();
    }

    @Test
    default void composedAndDecomposedLettersAreOne() {
        AccountStore store = emptyStore();
        User jose = Samples.stored(store, "jose\u0301@example.com");

        assertThat(store.users().findByEmail(new Email("jos\u00e9@example.com")))
                .contains(jose);
        assertThat(store.passwords().find(new Email("JOS\u00c9@example.com"))).isPresent();
        assertThat(store.users().add(Samples.user("jos\u00e9@example.com"), Samples.HASH))
                .isFalse();
    }

    @Test
    default void addressesThatOnlyLookAlikeStayApart() {
        AccountStore store = emptyStore();
        for (String address : List.of(
                "ann@example.com",
                "änn@example.com",
                "аnn@example.com",
                "ann+x@example.com",
                "strasse@example.com",
                "straße@example.com",
                "ı@example.com",
                "i@example.com",
                "ann\u200b@example.com")) {
            User user = Samples.user(address);

            assertThat(store.users().add(user, Samples.HASH)).as(address).isTrue();
            assertThat(store.users().findByEmail(new Email(address))).contains(user);
        }
    }

    @Test
    default void theLongestAddressFits() {
        AccountStore store = emptyStore();
        for (String local : List.of("a".repeat(148), "ä".repeat(148), "👋".repeat(121))) {
            User user = Samples.stored(store, local + "@example.com");

            assertThat(store.users().findByEmail(user.email())).contains(user);
        }
    }

    @Test
    default void ofManyRacersForOneAddressExactlyOneWins() {
        AccountStore store = emptyStore();

        List<Boolean> added = Race.between(
                32,
                i -> store.users().add(Samples.user(i % 2 == 0 ? "ann@example.com" : "ANN@example.com"), Samples.HASH));

        assertThat(added).containsOnlyOnce(true);
        assertThat(store.users().findByEmail(new Email("ann@example.com"))).isPresent();
    }

    @Test
    default void ofManyRacersInTransactionsExactlyOneWinsAndAllCommit() {
        AccountStore store = emptyStore();

        List<Boolean> added = Race.between(
                16,
                i -> store.transactions().inTransaction(() -> {
                    Samples.stored(store, "own" + i + "@example.com");
                    return store.users().add(Samples.user("ann@example.com"), Samples.HASH);
                }));

        assertThat(added).containsOnlyOnce(true);
        for (int i = 0; i < 16; i++) {
            assertThat(store.users().findByEmail(new Email("own" + i + "@example.com")))
                    .isPresent();
        }
    }

    @Test
    default void aRefusalLeavesTheTransactionUsable() {
        AccountStore store = emptyStore();
        Samples.stored(store, "ann@example.com");

        User bob = store.transactions().inTransaction(() -> {
            Samples.stored(store, "before@example.com");
            assertThat(store.users().add(Samples.user("ann@example.com"), Samples.HASH))
                    .isFalse();
            return Samples.stored(store, "bob@example.com");
        });

        assertThat(store.users().findById(bob.id())).contains(bob);
        assertThat(store.users().findByEmail(new Email("before@example.com"))).isPresent();
    }

    @Test
    default void anAddressWaitedForIsFreeAfterARollback() {
        AccountStore store = emptyStore();
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);

        Future<Boolean> first = Race.inBackground(() -> {
            Rollback.of(store, () -> {
                Samples.stored(store, "ann@example.com");
                added.countDown();
                Race.await(waiting);
            });
            return true;
        });
        Race.await(added, first);
        Future<Boolean> second =
                Race.inBackground(() -> store.users().add(Samples.user("ann@example.com"), Samples.HASH));
        assertThat(Race.isKeptWaiting(second)).as("waits for the other verdict").isTrue();
        waiting.countDown();

        assertThat(Race.result(first)).isTrue();
        assertThat(Race.result(second)).isTrue();
    }

    @Test
    default void anUpdateToATakenAddressIsRefusedAndTheTransactionStaysUsable() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        User bob = Samples.stored(store, "bob@example.com");

        store.transactions().inTransaction(() -> {
            assertThat(store.users().update(bob.withEmail(new Email("ANN@example.com"))))
                    .isEqualTo(Change.REFUSED);
            return Samples.stored(store, "carl@example.com");
        });

        assertThat(store.users().findById(bob.id())).contains(bob);
        assertThat(store.users().findById(ann.id())).contains(ann);
        assertThat(store.users().findByEmail(new Email("carl@example.com"))).isPresent();
    }

    @Test
    default void aUserMayWriteTheOwnAddressDifferently() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");

        assertThat(store.users().update(ann.withEmail(new Email("Ann@Example.com"))))
                .isEqualTo(Change.DONE);

        assertThat(store.users().findByEmail(ann.email()).orElseThrow().email().address())
                .isEqualTo("Ann@Example.com");
    }

    @Test
    default void anAddressThatWasLeftIsFree() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");

        assertThat(store.users().update(ann.withEmail(new Email("new@example.com"))))
                .isEqualTo(Change.DONE);

        assertThat(store.users().findByEmail(new Email("ann@example.com"))).isEmpty();
        assertThat(store.users().add(Samples.user("ann@example.com"), Samples.HASH))
                .isTrue();
    }

    @Test
    default void ofManyUpdatesToOneAddressExactlyOneWins() {
        AccountStore store = emptyStore();
        List<User> users = IntStream.range(0, 8)
                .mapToObj(i -> Samples.stored(store, "user" + i + "@example.com"))
                .toList();

        List<Change> changes =
                Race.between(8, i -> store.users().update(users.get(i).withEmail(new Email("wanted@example.com"))));

        assertThat(changes).containsOnlyOnce(Change.DONE).containsOnly(Change.DONE, Change.REFUSED);
    }
}
