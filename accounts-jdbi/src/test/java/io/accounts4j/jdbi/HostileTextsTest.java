package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.event.EventPosition;
import io.accounts4j.kernel.Text;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed is only ever compared. */
@OnDatabases
class HostileTextsTest extends OnDatabase {

    private static final List<String> PARTS = List.of(
            "%",
            "_",
            "\\",
            "!",
            "'",
            "\"",
            "`",
            "--",
            ";",
            "/*",
            "?",
            ":x",
            "<x>",
            "$1",
            "{",
            "\u0000",
            "\ud800",
            "\udc00",
            "\u202e",
            "👋",
            "ß",
            "İ",
            "\n",
            " ",
            "a",
            "é",
            "e\u0301",
            "\u001f",
            "' or 1=1",
            "[a-z]",
            "*",
            "^",
            "#");

    @Test
    void searchFindsExactlyWhatContainsTheTerm() {
        JdbiStore store = emptyStore();
        Random random = new Random(7);
        List<User> users = IntStream.range(0, 40)
                .mapToObj(i -> HostDatabase.user("u" + i + "@example.com").withName("n" + text(random, 6)))
                .filter(user -> Text.isStorable(user.name()))
                .toList();
        users.forEach(user -> assertThat(HostDatabase.add(store, user)).isTrue());

        for (int i = 0; i < 300; i++) {
            String term = text(random, 1 + i % 3);
            UserFilter filter = UserFilter.all().search(term);
            long expected = users.stream()
                    .filter(user -> !filter.matchesNobody())
                    .filter(user -> filter.searchTerms().stream()
                            .anyMatch(folded -> UserFilter.searchText(user.name(), user.email())
                                    .contains(folded)))
                    .count();

            assertThat(store.directory()
                            .page(filter, UserSort.newestFirst(), new PageRequest(1, 100))
                            .total())
                    .as(term)
                    .isEqualTo(expected);
            Slice<User> slice = store.directory().slice(filter, UserSort.newestFirst(), Cursor.start(), 100);
            assertThat(slice.items()).as(term).hasSize((int) expected);
        }
    }

    @Test
    void anAddressImportedUnderOtherRulesBreaksNoList() {
        JdbiStore store = emptyStore();
        assertThat(HostDatabase.add(store, "ann@example.com")).isTrue();
        jdbi().useHandle(handle -> handle.execute("update accounts_users set email = 'ann, of old'"));

        assertThat(store.directory()
                        .page(UserFilter.all(), UserSort.newestFirst(), new PageRequest(1, 100))
                        .items())
                .singleElement()
                .satisfies(user -> assertThat(user.email().address()).isEqualTo("ann, of old"));
    }

    private static String text(Random random, int parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "2026-13-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void aPlaceThatNoListHasIsRefused(String key) {
        JdbiStore store = emptyStore();
        String id = HostDatabase.user("a@example.com").id().toString();

        assertThatThrownBy(() ->
                        store.directory().slice(UserFilter.all(), UserSort.newestFirst(), Cursor.after(key, id), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.directory()
                        .slice(
                                UserFilter.all(),
                                new UserSort(UserSort.Key.NAME, false),
                                Cursor.after("a\u0000", id),
                                1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.directory()
                        .slice(UserFilter.all(), new UserSort(UserSort.Key.NAME, false), Cursor.after("a", key), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "-1", "1-", "1.2.3", "99999999999999999999999.1", "1.1~x", "1-zz+zzz", "1' or '1", "１"})
    void anEventPositionFromElsewhereIsRefused(String value) {
        JdbiStore store = emptyStore();

        assertThatThrownBy(() -> store.events().read(new EventPosition(value), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
