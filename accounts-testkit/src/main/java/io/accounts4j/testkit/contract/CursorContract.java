package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserRepository.Change;
import io.accounts4j.user.UserSort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The slices of {@link io.accounts4j.user.UserDirectory}, read from a keyset position. */
public interface CursorContract extends StoreFixture {

    @Test
    default void readingForwardGivesTheWholeListInEverySort() {
        AccountStore store = emptyStore();
        mixed(store);

        Listings.everySort().forEach(sort -> {
            List<User> all = whole(store, sort);
            assertThat(all).hasSize(13);
            for (int limit : new int[] {1, 3, 13, 14, 100}) {
                assertThat(forward(store, sort, limit))
                        .as("%s by %d", sort, limit)
                        .containsExactlyElementsOf(all);
            }
        });
    }

    @Test
    default void readingBackwardGivesTheWholeListInEverySort() {
        AccountStore store = emptyStore();
        mixed(store);

        Listings.everySort().forEach(sort -> {
            List<User> all = whole(store, sort);
            for (int limit : new int[] {1, 4, 100}) {
                List<User> read = new ArrayList<>();
                User last = all.get(all.size() - 1);
                Optional<Cursor> position =
                        Optional.of(Cursor.before(sort.keyOf(last), last.id().toString()));
                while (position.isPresent()) {
                    Slice<User> slice = slice(store, sort, position.get(), limit);
                    read.addAll(0, slice.items());
                    position = slice.previous();
                }
                assertThat(read).as("%s by %d", sort, limit).containsExactlyElementsOf(all.subList(0, all.size() - 1));
            }
        });
    }

    @Test
    default void backAndForthIsWhereOneWas() {
        AccountStore store = emptyStore();
        mixed(store);

        Listings.everySort().forEach(sort -> {
            Slice<User> first = slice(store, sort, Cursor.start(), 4);
            Slice<User> second = slice(store, sort, first.next().orElseThrow(), 4);
            Slice<User> third = slice(store, sort, second.next().orElseThrow(), 4);
            Slice<User> back = slice(store, sort, third.previous().orElseThrow(), 4);
            Slice<User> again = slice(store, sort, back.next().orElseThrow(), 4);

            assertThat(back.items()).as("%s", sort).isEqualTo(second.items());
            assertThat(again.items()).as("%s", sort).isEqualTo(third.items());
        });
    }

    @Test
    default void theEndsOfTheListAreKnown() {
        AccountStore store = emptyStore();
        mixed(store);
        UserSort sort = UserSort.newestFirst();

        assertThat(slice(store, sort, Cursor.start(), 5).previous())
                .as("before the start")
                .isEmpty();
        assertThat(slice(store, sort, Cursor.start(), 12).next())
                .as("one is left")
                .isPresent();
        assertThat(slice(store, sort, Cursor.start(), 13).next())
                .as("exactly all")
                .isEmpty();
        assertThat(slice(store, sort, Cursor.start(), 14).next())
                .as("more than all")
                .isEmpty();
        Slice<User> second =
                slice(store, sort, slice(store, sort, Cursor.start(), 5).next().orElseThrow(), 5);
        Slice<User> back = slice(store, sort, second.previous().orElseThrow(), 5);
        assertThat(back.previous()).as("back at the start").isEmpty();
        assertThat(back.next()).as("and on again").isPresent();
    }

    @Test
    default void anEmptyListHasNeitherNextNorPrevious() {
        Slice<User> slice = slice(emptyStore(), UserSort.newestFirst(), Cursor.start(), 5);

        assertThat(slice).isEqualTo(new Slice<User>(List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    default void usersAddedMeanwhileMoveNobody() {
        AccountStore store = emptyStore();
        mixed(store);
        for (UserSort sort : Listings.everySort().toList()) {
            List<User> all = whole(store, sort);
            Slice<User> first = slice(store, sort, Cursor.start(), 4);
            User early = Samples.stored(
                    store, Samples.user("!" + sort.key() + "@example.com", "!!", Samples.NOW.plusSeconds(9)));
            User late = Samples.stored(
                    store, Samples.user("~" + sort.key() + "@example.com", "~~", Samples.NOW.minusSeconds(9)));

            List<User> rest = new ArrayList<>(first.items());
            rest.addAll(from(store, sort, first.next(), 4));
            rest.removeAll(List.of(early, late));

            assertThat(rest).as("%s", sort).containsExactlyElementsOf(all);
            assertThat(store.users().delete(early.id())).isEqualTo(Change.DONE);
            assertThat(store.users().delete(late.id())).isEqualTo(Change.DONE);
        }
    }

    @Test
    default void aPlaceOutlivesTheUserItIsBeside() {
        AccountStore store = emptyStore();
        mixed(store);
        UserSort sort = UserSort.newestFirst();
        List<User> all = whole(store, sort);
        Slice<User> first = slice(store, sort, Cursor.start(), 4);
        assertThat(store.users().delete(all.get(3).id())).isEqualTo(Change.DONE);
        assertThat(store.users().delete(all.get(0).id())).isEqualTo(Change.DONE);

        assertThat(from(store, sort, first.next(), 4)).containsExactlyElementsOf(all.subList(4, all.size()));
    }

    @Test
    default void aFilterHoldsOnEverySlice() {
        AccountStore store = emptyStore();
        mixed(store);
        UserFilter filter = UserFilter.all().search("twin");
        List<User> read = new ArrayList<>();

        Optional<Cursor> position = Optional.of(Cursor.start());
        while (position.isPresent()) {
            Slice<User> slice =
                    store.directory().slice(filter, new UserSort(UserSort.Key.NAME, false), position.get(), 2);
            read.addAll(slice.items());
            position = slice.next();
        }

        assertThat(read).hasSize(6).allMatch(user -> user.name().contains("Twin"));
    }

    /** 13 users: six of one name, seven of one moment, some alike but for case. */
    private static void mixed(AccountStore store) {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            users.add(Samples.user("twin" + (5 - i) + "@example.com", "Twin", Samples.NOW.minusMillis(i / 2)));
        }
        for (String name : List.of("ann", "ANN", "Änn", "Zoë", "zoe", "確認", "👋 wave")) {
            users.add(Samples.user("x" + users.size() + "@example.com", name));
        }
        Collections.rotate(users, 5);
        users.forEach(user -> Samples.stored(store, user));
    }

    private static List<User> whole(AccountStore store, UserSort sort) {
        return store.directory()
                .page(UserFilter.all(), sort, new PageRequest(1, PageRequest.MAX_SIZE))
                .items();
    }

    private static List<User> forward(AccountStore store, UserSort sort, int limit) {
        return from(store, sort, Optional.of(Cursor.start()), limit);
    }

    private static List<User> from(AccountStore store, UserSort sort, Optional<Cursor> start, int limit) {
        List<User> read = new ArrayList<>();
        Optional<Cursor> position = start;
        while (position.isPresent()) {
            Slice<User> slice = slice(store, sort, position.get(), limit);
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(limit);
            read.addAll(slice.items());
            position = slice.next();
        }
        return read;
    }

    private static Slice<User> slice(AccountStore store, UserSort sort, Cursor position, int limit) {
        return store.directory().slice(UserFilter.all(), sort, position, limit);
    }
}
