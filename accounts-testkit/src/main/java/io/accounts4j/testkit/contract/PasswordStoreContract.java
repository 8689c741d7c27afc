package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.password.PasswordHash;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserPassword;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.accounts4j.user.PasswordStore}. */
public interface PasswordStoreContract extends StoreFixture {

    @Test
    default void aUserIsFoundTogetherWithThePassword() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "Ann@example.com");
        Samples.stored(store, "bob@example.com");

        UserPassword found =
                store.passwords().find(new Email("ann@EXAMPLE.com")).orElseThrow();

        assertThat(found.user()).isEqualTo(ann);
        assertThat(found.hash().encoded()).isEqualTo(Samples.HASH.encoded());
    }

    @Test
    default void anUnknownAddressHasNoPassword() {
        assertThat(emptyStore().passwords().find(new Email("nobody@example.com")))
                .isEmpty();
    }

    @Test
    default void theLongestHashComesBackWhole() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        PasswordHash longest = PasswordHash.of("$scheme$" + "x".repeat(PasswordHash.MAX_LENGTH - 8));

        assertThat(store.passwords().replace(ann.id(), Samples.HASH, longest)).isTrue();

        assertThat(stored(store, ann)).isEqualTo(longest.encoded());
    }

    @Test
    default void theExpectedPasswordIsReplacedAndNothingElse() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        User bob = Samples.stored(store, "bob@example.com");

        assertThat(store.passwords().replace(ann.id(), Samples.HASH, Samples.hash("B")))
                .isTrue();

        assertThat(stored(store, ann)).isEqualTo(Samples.hash("B").encoded());
        assertThat(stored(store, bob)).isEqualTo(Samples.HASH.encoded());
        assertThat(store.users().findById(ann.id())).contains(ann);
    }

    @Test
    default void anotherPasswordThanExpectedStays() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");

        assertThat(store.passwords().replace(ann.id(), Samples.hash("a"), Samples.hash("B")))
                .as("hashes that differ in case are different")
                .isFalse();
        assertThat(store.passwords().replace(ann.id(), Samples.hash("C"), Samples.hash("B")))
                .isFalse();

        assertThat(stored(store, ann)).isEqualTo(Samples.HASH.encoded());
    }

    @Test
    default void nobodysPasswordCannotBeReplaced() {
        AccountStore store = emptyStore();

        assertThat(store.passwords().replace(Samples.user("a@b").id(), Samples.HASH, Samples.hash("B")))
                .isFalse();
    }

    @Test
    default void ofManyReplacementsAtOnceExactlyOneIsDone() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");

        List<Boolean> replaced = Race.between(
                16,
                i -> store.passwords().replace(ann.id(), Samples.HASH, Samples.hash(String.valueOf((char) ('a' + i)))));

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(stored(store, ann))
                .isEqualTo(Samples.hash(String.valueOf((char) ('a' + replaced.indexOf(true))))
                        .encoded());
    }

    @Test
    default void aReplacementThatIsRolledBackNeverWas() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");

        Rollback.of(
                store,
                () -> assertThat(store.passwords().replace(ann.id(), Samples.HASH, Samples.hash("B")))
                        .isTrue());

        assertThat(stored(store, ann)).isEqualTo(Samples.HASH.encoded());
    }

    private static String stored(AccountStore store, User user) {
        return store.passwords().find(user.email()).orElseThrow().hash().encoded();
    }
}
