package io.accounts4j.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

class UserSortTest {

    private static User user(String email, String name, String insertedAt) {
        Instant at = Instant.parse(insertedAt);
        return new User(
                UserId.next(at), new Email(email), name, false, UserStatus.unconfirmed(), UserRevision.first(at));
    }

    private static String timeKey(String insertedAt) {
        return UserSort.newestFirst().keyOf(user("ann@example.com", "Ann", insertedAt));
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void timesSortAsTextInWhateverLanguage() {
        assertThat(timeKey("2026-03-04T05:06:07Z")).isEqualTo("2026-03-04T05:06:07.000000Z");
        assertThat(timeKey("2026-03-04T05:06:07.123456Z")).isEqualTo("2026-03-04T05:06:07.123456Z");
        assertThat(timeKey("2026-03-04T05:06:07Z")).isLessThan(timeKey("2026-03-04T05:06:07.5Z"));
        assertThat(Instant.parse(timeKey("2026-03-04T05:06:07.5Z"))).isEqualTo("2026-03-04T05:06:07.5Z");
    }

    @Test
    void namesSortWithoutRegardToCaseThenByAddress() {
        UserSort sort = new UserSort(UserSort.Key.NAME, false);
        User upper = user("b@example.com", "ANN", "2026-03-04T05:06:07Z");
        User lower = user("a@example.com", "ann", "2026-03-04T05:06:07Z");
        User longer = user("0@example.com", "Anna", "2026-03-04T05:06:07Z");

        assertThat(sort.keyOf(lower)).isLessThan(sort.keyOf(upper));
        assertThat(sort.keyOf(upper)).isLessThan(sort.keyOf(longer));
    }

    @Test
    void aSearchTextHoldsNameAndAddressApart() {
        assertThat(UserFilter.searchText("Ann ÄÖ", new Email("Ann@Example.com")))
                .isEqualTo("ann äö\u001fann@example.com");
        assertThat(UserFilter.all().search("ÄÖ").searchTerms()).containsExactly("äö");
        assertThat(UserFilter.all().search("Straße").searchTerms())
                .as("today's form and that of older rows")
                .containsExactly("strasse", "straße");
        assertThat(UserFilter.all().search("").searchTerms()).isEmpty();
        assertThat(UserFilter.all().searchTerms()).isEmpty();
    }
}
