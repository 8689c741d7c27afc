package io.accounts4j.testkit.liars;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.InMemoryStore;
import io.accounts4j.testkit.contract.UserDirectoryContract;
import io.accounts4j.user.User;
import io.accounts4j.user.UserDirectory;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lists of users that lie. */
final class LyingDirectory {

    private LyingDirectory() {}

    private static AccountStore lying(InMemoryStore honest, String method, Lie.Answer answer) {
        return Lie.store(honest, "directory", Lie.in(UserDirectory.class, method, honest.directory(), answer));
    }

    private static List<User> all(AccountStore store, UserSort sort) {
        return store.directory()
                .page(UserFilter.all(), sort, new PageRequest(1, PageRequest.MAX_SIZE))
                .items();
    }

    /** Goes on behind the last key, and so leaves out whoever has the same. */
    static class SkippingTies implements UserDirectoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "slice", arguments -> {
                UserSort sort = (UserSort) arguments[1];
                Cursor position = (Cursor) arguments[2];
                Slice<User> slice =
                        honest.directory().slice((UserFilter) arguments[0], sort, position, (Integer) arguments[3]);
                List<User> kept = slice.items().stream()
                        .filter(user -> position.item()
                                .filter(item -> item.key().equals(sort.keyOf(user)))
                                .isEmpty())
                        .toList();
                return new Slice<>(kept, slice.next(), slice.previous());
            });
        }
    }

    /** Goes on at a number, which moves while others come and go. */
    static class CountingFromTheStart implements UserDirectoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "slice", arguments -> {
                List<User> all = all(honest, (UserSort) arguments[1]);
                Cursor position = (Cursor) arguments[2];
                int from = position.item()
                        .map(item -> Integer.parseInt(item.key()))
                        .orElse(0);
                int to = Math.min(all.size(), from + (Integer) arguments[3]);
                return new Slice<>(
                        all.subList(Math.min(from, to), to),
                        to < all.size() ? Optional.of(Cursor.after(String.valueOf(to), "")) : Optional.empty(),
                        Optional.empty());
            });
        }
    }

    /** Hands the term to LIKE as it is. */
    static class UnescapedSearch implements UserDirectoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "page", arguments -> {
                UserFilter filter = (UserFilter) arguments[0];
                PageRequest request = (PageRequest) arguments[2];
                String like = filter.searchTerms().stream().findFirst().orElse("");
                Pattern pattern = Pattern.compile(
                        Pattern.quote(like).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q"), Pattern.DOTALL);
                UserFilter others = new UserFilter(Optional.empty(), filter.administrator(), filter.confirmed());
                List<User> found = honest
                        .directory()
                        .page(others, (UserSort) arguments[1], new PageRequest(1, PageRequest.MAX_SIZE))
                        .items()
                        .stream()
                        .filter(user -> pattern.matcher(UserFilter.searchText(user.name(), user.email()))
                                .find())
                        .toList();
                List<User> items = found.stream()
                        .skip(request.offset())
                        .limit(request.size())
                        .toList();
                return new Page<>(items, request, found.size(), true);
            });
        }
    }

    /** Says how many are on the page instead of in the list. */
    static class CountingThePage implements UserDirectoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "page", arguments -> {
                PageRequest request = (PageRequest) arguments[2];
                List<User> items = honest.directory()
                        .page((UserFilter) arguments[0], (UserSort) arguments[1], request)
                        .items();
                return new Page<>(items, request, items.size(), true);
            });
        }
    }
}
