package io.accounts4j.testkit;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.user.User;
import io.accounts4j.user.UserDirectory;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserPassword;
import io.accounts4j.user.UserSort;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists of the users in a {@link Database}, sorted anew for every call. */
final class InMemoryUserDirectory implements UserDirectory {

    private static final Comparator<Cursor.Item> BY_KEY_AND_ID = Comparator.comparing(
                    Cursor.Item::key, InMemoryUserDirectory::compare)
            .thenComparing(Cursor.Item::id);

    private final Database database;

    InMemoryUserDirectory(Database database) {
        this.database = database;
    }

    @Override
    public Page<User> page(UserFilter filter, UserSort sort, PageRequest request) {
        List<User> all = list(filter, sort);
        List<User> items =
                all.stream().skip(request.offset()).limit(request.size()).toList();
        return new Page<>(items, request, all.size(), true);
    }

    @Override
    public Slice<User> slice(UserFilter filter, UserSort sort, Cursor position, int limit) {
        List<User> all = list(filter, sort);
        int here = (int) all.stream()
                .filter(user -> isBefore(sort, item(sort, user), position))
                .count();
        int from = position.backward() ? Math.max(0, here - limit) : here;
        int to = position.backward() ? here : (int) Math.min(all.size(), (long) here + limit);
        List<User> items = all.subList(from, to);
        Optional<Cursor.Item> first = items.stream().findFirst().map(user -> item(sort, user));
        Optional<Cursor.Item> last = items.stream().reduce((a, b) -> b).map(user -> item(sort, user));
        return new Slice<>(
                items,
                last.filter(item -> to < all.size()).map(item -> Cursor.after(item.key(), item.id())),
                first.filter(item -> from > 0).map(item -> Cursor.before(item.key(), item.id())));
    }

    /** Returns whether {@code item} is before {@code position} in the direction of reading. */
    private static boolean isBefore(UserSort sort, Cursor.Item item, Cursor position) {
        return position.item()
                .map(stand -> order(sort).compare(item, stand))
                .filter(compared -> position.backward() ? compared < 0 : compared <= 0)
                .isPresent();
    }

    private List<User> list(UserFilter filter, UserSort sort) {
        return database.run(transaction -> database.users
                .rows(transaction)
                .map(UserPassword::user)
                .filter(user -> matches(filter, user))
                .sorted(Comparator.comparing(user -> item(sort, user), order(sort)))
                .toList());
    }

    private static boolean matches(UserFilter filter, User user) {
        String text = UserFilter.searchText(user.name(), user.email());
        List<String> terms = filter.searchTerms();
        return !filter.matchesNobody()
                && (terms.isEmpty() || terms.stream().anyMatch(text::contains))
                && filter.administrator()
                        .map(wanted -> wanted == user.administrator())
                        .orElse(true)
                && filter.confirmed()
                        .map(wanted -> wanted == user.isConfirmed())
                        .orElse(true);
    }

    private static Cursor.Item item(UserSort sort, User user) {
        return new Cursor.Item(sort.keyOf(user), user.id().toString());
    }

    private static Comparator<Cursor.Item> order(UserSort sort) {
        return sort.descending() ? BY_KEY_AND_ID.reversed() : BY_KEY_AND_ID;
    }

    /** Compares by code point, as a binary collation does. */
    private static int compare(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
