package io.accounts4j.testkit.contract;

import io.accounts4j.store.AccountStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserSort;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Users for lists, and every sort order. */
final class Listings {

    private Listings() {}

    /** Returns users with one name and one time, in an order that no sort has. */
    static List<User> equalInEverySortButByAddress(AccountStore store, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Samples.stored(store, "user" + (i * 7 % count) + "." + i + "@example.com"))
                .toList();
    }

    static Stream<UserSort> everySort() {
        return Stream.of(UserSort.Key.values())
                .flatMap(key -> Stream.of(new UserSort(key, false), new UserSort(key, true)));
    }
}
