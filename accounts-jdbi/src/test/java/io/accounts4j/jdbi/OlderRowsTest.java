package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository;
import io.accounts4j.user.UserSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows whose canonical address and search text an older version has stored, and how they are brought up to date. */
@OnDatabases
class OlderRowsTest extends OnDatabase {

    @Test
    void olderRowsAreFoundByTheirOldFormUntilTheyAreRefolded() {
        JdbiStore store = emptyStore();
        User anna = older(store, "anna@example.com", "Anna Hauptstraße");

        assertThat(found(store, "straße")).containsExactly(anna);
        assertThat(found(store, "STRASSE")).isEmpty();

        assertThat(refoldAll(store)).isEqualTo(1);

        assertThat(found(store, "straße")).containsExactly(anna);
        assertThat(found(store, "STRASSE")).containsExactly(anna);
    }

    @Test
    void refoldingBringsAddressesIntoTodaysForm() {
        JdbiStore store = emptyStore();
        User jose = older(store, "jose\u0301@example.com", "José");
        assertThat(HostDatabase.has(store, "josé@example.com")).isFalse();

        assertThat(refoldAll(store)).isEqualTo(1);

        assertThat(store.users().findByEmail(new Email("josé@example.com"))).contains(jose);
    }

    @Test
    void refoldingLeavesAnAddressThatIsAnothersByNow() {
        JdbiStore store = emptyStore();
        User older = older(store, "jose\u0301@example.com", "Hauptstraße");
        User later = HostDatabase.user("josé@example.com");
        assertThat(HostDatabase.add(store, later)).isTrue();

        int refolded = store.transactions().inTransaction(() -> refoldAll(store));

        assertThat(refolded).isEqualTo(1);
        assertThat(store.users().findByEmail(later.email())).contains(later);
        assertThat(store.users().findById(older.id())).contains(older);
        assertThat(found(store, "strasse")).containsExactly(older);
    }

    @Test
    void refoldingTriesAnAddressAgainThatWasAnothers() {
        JdbiStore store = emptyStore();
        User older = older(store, "jose\u0301@example.com", "José");
        User later = HostDatabase.user("josé@example.com");
        assertThat(HostDatabase.add(store, later)).isTrue();
        assertThat(refoldAll(store)).isEqualTo(1);
        assertThat(store.users().delete(later.id())).isEqualTo(UserRepository.Change.DONE);

        assertThat(refoldAll(store)).isEqualTo(1);

        assertThat(store.users().findByEmail(new Email("josé@example.com"))).contains(older);
        assertThat(refoldAll(store)).isZero();
    }

    @Test
    void aListByNameHasEachUserOnceWhileSomeRowsAreOlder() {
        JdbiStore store = emptyStore();
        for (int i = 0; i < 9; i++) {
            String name = List.of("Strasse", "Straße", "Strz").get(i % 3);
            User user = i % 2 == 0 ? older(store, "u" + i + "@example.com", name) : null;
            assertThat(user != null
                            || HostDatabase.add(
                                    store,
                                    HostDatabase.user("u" + i + "@example.com").withName(name)))
                    .isTrue();
        }

        List<User> read = new ArrayList<>();
        Optional<Cursor> next = Optional.of(Cursor.start());
        while (next.isPresent()) {
            Slice<User> slice =
                    store.directory().slice(UserFilter.all(), new UserSort(UserSort.Key.NAME, false), next.get(), 2);
            read.addAll(slice.items());
            next = slice.next();
        }

        assertThat(read).hasSize(9).doesNotHaveDuplicates();
    }

    /** Stored as version 1 did: small letters, not composed. */
    private User older(JdbiStore store, String address, String name) {
        User user = HostDatabase.user(address).withName(name);
        assertThat(HostDatabase.add(store, user)).isTrue();
        String canonical = address.toLowerCase(Locale.ROOT);
        int rows = jdbi().withHandle(handle -> handle.execute(
                "update accounts_users set email_canonical = ?, search_text = ?, search_version = 1"
                        + " where email_canonical = ?",
                canonical,
                name.toLowerCase(Locale.ROOT) + '\u001f' + canonical,
                user.email().canonical()));
        assertThat(rows).isEqualTo(1);
        return user;
    }

    private static int refoldAll(JdbiStore store) {
        int steps = 0;
        Optional<UserId> last = store.users().refold(Optional.empty(), 1);
        for (; last.isPresent(); last = store.users().refold(last, 1)) {
            steps++;
        }
        return steps;
    }

    private static List<User> found(JdbiStore store, String term) {
        return store.directory()
                .page(UserFilter.all().search(term), UserSort.newestFirst(), new PageRequest(1, 10))
                .items();
    }
}
