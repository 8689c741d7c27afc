package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.accounts4j.user.UserDirectory}: numbered pages here, cursors and filters in the parents. */
public interface UserDirectoryContract extends CursorContract, UserFilterContract {

    @Test
    default void anEmptyListHasNoPages() {
        Page<User> page = emptyStore().directory().page(UserFilter.all(), UserSort.newestFirst(), PageRequest.first());

        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(page.totalPages()).isZero();
    }

    @Test
    default void theNewestComesFirst() {
        AccountStore store = emptyStore();
        User first = Samples.stored(store, Samples.user("a@example.com", "First", Samples.NOW));
        User second = Samples.stored(
                store, Samples.user("b@example.com", "Second", Samples.NOW.plus(Duration.ofNanos(1000))));
        User third = Samples.stored(store, Samples.user("c@example.com", "Third", Samples.NOW.plusSeconds(1)));

        assertThat(page(store, UserSort.newestFirst(), 1, 10).items()).containsExactly(third, second, first);
    }

    @Test
    default void pagesCutTheListWithoutGapOrOverlapAlsoWhereAllAreEqual() {
        AccountStore store = emptyStore();
        List<User> users = Listings.equalInEverySortButByAddress(store, 10);

        List<User> read = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            Page<User> page = page(store, UserSort.newestFirst(), number, 3);
            assertThat(page.total()).isEqualTo(10);
            assertThat(page.totalPages()).isEqualTo(4);
            read.addAll(page.items());
        }

        assertThat(read)
                .containsExactlyElementsOf(users.stream()
                        .sorted(Comparator.comparing(User::id).reversed())
                        .toList());
    }

    @Test
    default void aPageBeyondTheEndIsEmptyAndStillCounts() {
        AccountStore store = emptyStore();
        Listings.equalInEverySortButByAddress(store, 3);

        for (int number : new int[] {2, 1000, Integer.MAX_VALUE}) {
            Page<User> page = page(store, UserSort.newestFirst(), number, 100);
            assertThat(page.items()).isEmpty();
            assertThat(page.total()).isEqualTo(3);
        }
    }

    @Test
    default void addressesAreSortedByTheirCanonicalForm() {
        AccountStore store = emptyStore();
        User b = Samples.stored(store, "b@example.com");
        User a = Samples.stored(store, "A@example.com");
        User c = Samples.stored(store, "C@example.com");
        User umlaut = Samples.stored(store, "ä@example.com");

        assertThat(page(store, new UserSort(UserSort.Key.EMAIL, false), 1, 10).items())
                .containsExactly(a, b, c, umlaut);
        assertThat(page(store, new UserSort(UserSort.Key.EMAIL, true), 1, 10).items())
                .containsExactly(umlaut, c, b, a);
    }

    @Test
    default void namesAreSortedWithoutRegardToCaseThenByAddress() {
        AccountStore store = emptyStore();
        User ben = Samples.stored(store, Samples.user("1@example.com", "ben"));
        User ann2 = Samples.stored(store, Samples.user("3@example.com", "Ann"));
        User ann1 = Samples.stored(store, Samples.user("2@example.com", "ANN"));
        User anna = Samples.stored(store, Samples.user("0@example.com", "anna"));

        assertThat(page(store, new UserSort(UserSort.Key.NAME, false), 1, 10).items())
                .containsExactly(ann1, ann2, anna, ben);
        assertThat(page(store, new UserSort(UserSort.Key.NAME, true), 1, 10).items())
                .containsExactly(ben, anna, ann2, ann1);
    }

    @Test
    default void aListWithinATransactionShowsItsOwnChanges() {
        AccountStore store = emptyStore();

        store.transactions().inTransaction(() -> {
            User ann = Samples.stored(store, "ann@example.com");
            assertThat(page(store, UserSort.newestFirst(), 1, 10).items()).containsExactly(ann);
            return ann;
        });
    }

    private static Page<User> page(AccountStore store, UserSort sort, int number, int size) {
        return store.directory().page(UserFilter.all(), sort, new PageRequest(number, size));
    }
}
