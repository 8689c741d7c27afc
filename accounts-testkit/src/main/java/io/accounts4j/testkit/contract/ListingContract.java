package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code list_users} and {@code list_users_paginated}. */
public interface ListingContract extends StoreAndQueueFixture {

    @Test
    default void everybodyIsListedNewestFirst() {
        Host host = Host.over(emptyStoreAndQueue());
        List<User> newestFirst = registered(host, 5);

        assertThat(host.accounts.users().list(UserFilter.all())).containsExactlyElementsOf(newestFirst);
    }

    @Test
    default void aListLongerThanOneRunIsWhole() {
        Host host = Host.over(emptyStoreAndQueue());
        for (int i = 0; i < 1001; i++) {
            Samples.stored(host.store, "user" + i + "@example.com");
        }

        assertThat(host.accounts.users().list(UserFilter.all())).hasSize(1001).doesNotHaveDuplicates();
    }

    @Test
    default void aPageSaysWhereItStands() {
        Host host = Host.over(emptyStoreAndQueue());
        List<User> newestFirst = registered(host, 5);

        Page<User> page = host.accounts.users().list(UserFilter.all(), UserSort.newestFirst(), new PageRequest(2, 2));

        assertThat(page.items()).containsExactlyElementsOf(newestFirst.subList(2, 4));
        assertThat(page.request()).isEqualTo(new PageRequest(2, 2));
        assertThat(page.total()).isEqualTo(5);
        assertThat(page.totalPages()).isEqualTo(3);
    }

    @Test
    default void theOriginalsPageHasTwenty() {
        assertThat(PageRequest.first()).isEqualTo(new PageRequest(1, 20));
    }

    @Test
    default void aSliceIsBoundedAndTellsWhereToGoOn() {
        Host host = Host.over(emptyStoreAndQueue());
        List<User> newestFirst = registered(host, 3);
        UserFilter all = UserFilter.all();
        UserSort sort = UserSort.newestFirst();

        Slice<User> slice = host.accounts.users().list(all, sort, Cursor.start(), 2);

        assertThat(slice.items()).containsExactlyElementsOf(newestFirst.subList(0, 2));
        assertThat(host.accounts
                        .users()
                        .list(all, sort, slice.next().orElseThrow(), 2)
                        .items())
                .containsExactlyElementsOf(newestFirst.subList(2, 3));
        for (int limit : new int[] {0, -1, PageRequest.MAX_SIZE + 1}) {
            assertThatThrownBy(() -> host.accounts.users().list(all, sort, Cursor.start(), limit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    default void filtersAreThoseOfTheOriginal() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        User confirmed = host.fixtures.confirmedUser();
        User admin = host.fixtures.administrator();

        assertThat(host.accounts.users().list(UserFilter.all().search("ANN@"))).containsExactly(ann);
        assertThat(host.accounts.users().list(UserFilter.all().administrator(true)))
                .containsExactly(admin);
        assertThat(host.accounts.users().list(UserFilter.all().confirmed(true)))
                .containsExactlyInAnyOrder(confirmed, admin);
        assertThat(host.accounts.users().list(UserFilter.all().confirmed(false)))
                .containsExactly(ann);
    }

    private static List<User> registered(Host host, int count) {
        List<User> newestFirst = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            newestFirst.add(0, host.registered("user" + i + "@example.com"));
            host.clock.advance(Duration.ofNanos(1_000));
        }
        return newestFirst;
    }
}
