package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The filters of {@link io.accounts4j.user.UserDirectory}. */
public interface UserFilterContract extends StoreFixture {

    @Test
    default void aSearchLooksIntoNameAndAddress() {
        AccountStore store = emptyStore();
        User byName = Samples.stored(store, Samples.user("a@example.com", "Marie Curie"));
        User byAddress = Samples.stored(store, Samples.user("curie@example.com", "Eve"));
        Samples.stored(store, Samples.user("b@example.com", "Somebody Else"));

        assertFinds(store, "curie", byName, byAddress);
        assertFinds(store, "rie C", byName);
        assertFinds(store, "nothing like it");
    }

    @Test
    default void aSearchDisregardsCaseBeyondAsciiToo() {
        AccountStore store = emptyStore();
        User zoe = Samples.stored(store, Samples.user("ZOË@example.com", "Ägidius ÖZTÜRK"));
        User greek = Samples.stored(store, Samples.user("b@example.com", "ΑΝΝΑ Жанна"));

        assertFinds(store, "zoë@EXAMPLE", zoe);
        assertFinds(store, "ÄGIDIUS özt", zoe);
        assertFinds(store, "αννα", greek);
        assertFinds(store, "ЖАННА", greek);
        assertFinds(store, "Ozturk");
    }

    @Test
    default void aSearchFoldsLettersThatHaveSeveralForms() {
        AccountStore store = emptyStore();
        User greek = Samples.stored(store, Samples.user("a@example.com", "Οδυσσεύς ΟΔΥΣΣΕΑΣ"));
        User german = Samples.stored(store, Samples.user("b@example.com", "Anna Hauptstraße"));
        User turkish = Samples.stored(store, Samples.user("c@example.com", "İzmir Işık"));
        User decomposed = Samples.stored(store, Samples.user("d@example.com", "Jose\u0301 \ufb03"));

        assertFinds(store, "ΟΔΥΣΣ", greek);
        assertFinds(store, "οδυσς", greek);
        assertFinds(store, "ΟΔΥΣΣΕΎΣ", greek);
        assertFinds(store, "STRASSE", german);
        assertFinds(store, "straße", german);
        assertFinds(store, "izmir", turkish);
        assertFinds(store, "İZMİR", turkish);
        assertFinds(store, "i\u0307zm", turkish);
        assertFinds(store, "ışık", turkish);
        assertFinds(store, "josé", decomposed);
        assertFinds(store, "JOSE\u0301 FFI", decomposed);
    }

    @Test
    default void theLongestSearchTextFits() {
        AccountStore store = emptyStore();
        User longest = Samples.stored(store, Samples.user("ß".repeat(148) + "@example.com", "\ufb03".repeat(99) + "z"));

        assertFinds(store, "ffiz", longest);
    }

    @Test
    default void separatorsAreNoTerm() {
        AccountStore store = emptyStore();
        Samples.stored(store, Samples.user("smith@example.com", "Ann"));

        assertFinds(store, "\u001f");
        assertFinds(store, "ann\u001fsmith");
        assertThat(store.directory()
                        .slice(UserFilter.all().search("\u001f"), UserSort.newestFirst(), Cursor.start(), 10)
                        .items())
                .isEmpty();
    }

    @Test
    default void aSearchDoesNotReachFromNameIntoAddress() {
        AccountStore store = emptyStore();
        Samples.stored(store, Samples.user("smith@example.com", "Ann"));

        assertFinds(store, "annsmith");
        assertFinds(store, "ann smith");
    }

    @Test
    default void signsOfPatternsStandForThemselves() {
        AccountStore store = emptyStore();
        User percent = Samples.stored(store, Samples.user("a@example.com", "100% Ann"));
        User underscore = Samples.stored(store, Samples.user("b_b@example.com", "Ben"));
        User backslash = Samples.stored(store, Samples.user("c@example.com", "C:\\Carl"));
        User quote = Samples.stored(store, Samples.user("d@example.com", "O'Neill [x] *?"));

        assertFinds(store, "%", percent);
        assertFinds(store, "0% a", percent);
        assertFinds(store, "_", underscore);
        assertFinds(store, "b_b", underscore);
        assertFinds(store, "\\", backslash);
        assertFinds(store, ":\\c", backslash);
        assertFinds(store, "'", quote);
        assertFinds(store, "[x]", quote);
        assertFinds(store, "*", quote);
        assertFinds(store, "\\%");
        assertFinds(store, "a%n");
    }

    @Test
    default void astralLettersCanBeSearchedFor() {
        AccountStore store = emptyStore();
        User wave = Samples.stored(store, Samples.user("a@example.com", "Ann 👋🏽"));
        Samples.stored(store, Samples.user("b@example.com", "Ben 👌"));

        assertFinds(store, "👋", wave);
    }

    @Test
    default void anEmptyTermLetsEverybodyThrough() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");

        assertFinds(store, "", ann);
    }

    @Test
    default void aTermLongerThanAnythingFindsNobody() {
        AccountStore store = emptyStore();
        Samples.stored(store, "ann@example.com");

        assertFinds(store, "x".repeat(5_000));
    }

    @Test
    default void administratorsAndConfirmedUsersCanBeToldApart() {
        AccountStore store = emptyStore();
        User plain = Samples.stored(store, "plain@example.com");
        User confirmed =
                Samples.stored(store, Samples.user("confirmed@example.com").confirmedAt(Samples.NOW));
        User admin = Samples.stored(store, Samples.user("admin@example.com").withAdministrator(true));
        User both = Samples.stored(
                store, Samples.user("both@example.com").withAdministrator(true).confirmedAt(Samples.NOW));

        assertLetsThrough(store, UserFilter.all(), plain, confirmed, admin, both);
        assertLetsThrough(store, UserFilter.all().administrator(true), admin, both);
        assertLetsThrough(store, UserFilter.all().administrator(false), plain, confirmed);
        assertLetsThrough(store, UserFilter.all().confirmed(true), confirmed, both);
        assertLetsThrough(store, UserFilter.all().confirmed(false), plain, admin);
        assertLetsThrough(store, UserFilter.all().administrator(true).confirmed(true), both);
        assertLetsThrough(
                store, UserFilter.all().administrator(false).confirmed(true).search("CONF"), confirmed);
        assertLetsThrough(
                store, UserFilter.all().administrator(true).confirmed(true).search("plain"));
    }

    @Test
    default void aPageCountsOnlyWhatTheFilterLetsThrough() {
        AccountStore store = emptyStore();
        for (int i = 0; i < 5; i++) {
            Samples.stored(
                    store, Samples.user("user" + i + "@example.com", "User", Samples.NOW.plus(Duration.ofSeconds(i))));
            Samples.stored(store, Samples.user("other" + i + "@example.com", "Other"));
        }

        Page<User> page =
                store.directory().page(UserFilter.all().search("user"), UserSort.newestFirst(), new PageRequest(2, 2));

        assertThat(page.total()).isEqualTo(5);
        assertThat(page.totalPages()).isEqualTo(3);
        assertThat(page.items()).hasSize(2);
    }

    @Test
    default void aSearchFollowsWhatAUserIsCalledNow() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, Samples.user("ann@example.com", "Before"));
        User renamed = ann.withName("After");
        assertThat(store.users().update(renamed)).isNotNull();

        assertFinds(store, "before");
        assertFinds(store, "after", renamed);
    }

    private static void assertFinds(AccountStore store, String term, User... expected) {
        assertLetsThrough(store, UserFilter.all().search(term), expected);
    }

    private static void assertLetsThrough(AccountStore store, UserFilter filter, User... expected) {
        Page<User> page = store.directory().page(filter, UserSort.newestFirst(), new PageRequest(1, 100));
        assertThat(page.items()).as("%s", filter).containsExactlyInAnyOrderElementsOf(List.of(expected));
        assertThat(page.total()).as("the total for %s", filter).isEqualTo(expected.length);
    }
}
