package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.http.users.UserQuery;
import io.accounts4j.http.wire.Cursors;
import io.accounts4j.http.wire.Parameters;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.SigningKeys;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of users: 25 of them and one administrator. */
class UserListTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static final User admin = server.administrator();

    @BeforeAll
    static void start() {
        for (int i = 0; i < 25; i++) {
            server.kit.clock().advance(Duration.ofSeconds(1));
            User unused = server.kit
                    .fixtures()
                    .user(new NewUser(
                            "p%02d@list.example".formatted(i),
                            "Person %02d %%_".formatted(i),
                            Password.of(Fixtures.PASSWORD)));
        }
    }

    @Test
    void countsPagesAsTheOriginalDoes() {
        JsonNode pagination = list("").json().path("pagination");

        assertThat(pagination.toString())
                .isEqualTo("{\"page\":1,\"per_page\":20,\"total_count\":26,\"total_pages\":2}");
        assertThat(emails(list(""))).hasSize(20).startsWith("p24@list.example");
        assertThat(emails(list("?page=2"))).hasSize(6);
        assertThat(emails(list("?page=3"))).isEmpty();
        assertThat(emails(list("?page=2147483648"))).isEmpty();
    }

    @Test
    void linksTheOtherPagesOfTheSameList() {
        String link = list("?page=2&per_page=5&search=list.example&confirmed=false&sort=email")
                .header("Link");
        String rest = "&per_page=5&search=list.example&confirmed=false&sort=email";

        assertThat(link)
                .isEqualTo("</api/users?page=1%1$s>; rel=\"first\", </api/users?page=1%1$s>; rel=\"prev\", "
                                .formatted(rest)
                        + "</api/users?page=3%1$s>; rel=\"next\", </api/users?page=5%1$s>; rel=\"last\""
                                .formatted(rest));
    }

    @Test
    void filtersAndSorts() {
        assertThat(emails(list("?is_admin=true"))).containsExactly(admin.email().address());
        assertThat(emails(list("?confirmed=true")))
                .containsExactly(admin.email().address());
        assertThat(emails(list("?search=PERSON%2003"))).containsExactly("p03@list.example");
        assertThat(emails(list("?search=%25_&per_page=100"))).hasSize(25);
        assertThat(emails(list("?search=&is_admin=&confirmed=&per_page=1000"))).hasSize(26);
        assertThat(emails(list("?sort=-email&per_page=1&search=list.example"))).containsExactly("p24@list.example");
        assertThat(emails(list("?sort=name&per_page=1&search=person"))).containsExactly("p00@list.example");
    }

    @Test
    void capsAPageAtAHundred() {
        assertThat(list("?per_page=99999999999")
                        .json()
                        .path("pagination")
                        .path("per_page")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void walksByCursorForthAndBack() {
        List<String> seen = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer answer = list("?per_page=10&sort=email&search=list.example&cursor=" + cursor);
            JsonNode pagination = answer.json().path("pagination");
            seen.addAll(emails(answer));
            cursors.add(pagination.path("prev_cursor").asText());
            cursor = pagination.path("next_cursor").isNull()
                    ? null
                    : pagination.path("next_cursor").asText();
            assertThat(pagination.path("has_more").asBoolean()).isEqualTo(cursor != null);
        }
        String back = "?per_page=10&sort=email&search=list.example&cursor=" + cursors.get(2);

        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
        assertThat(emails(list(back))).isEqualTo(seen.subList(10, 20));
        assertThat(list(back).header("Link"))
                .contains("rel=\"prev\"", "rel=\"next\"")
                .doesNotContain("rel=\"last\"");
    }

    @Test
    void refusesACursorThatIsForgedOrOfAnotherList() {
        String cursor = list("?per_page=1&cursor=")
                .json()
                .path("pagination")
                .path("next_cursor")
                .asText();
        char flipped = cursor.charAt(3) == 'A' ? 'B' : 'A';

        for (String bad :
                List.of("x", ".", "a.b", "!", cursor + "A", cursor.substring(0, 3) + flipped + cursor.substring(4))) {
            Answer answer = list("?cursor=" + bad);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("invalid-cursor");
        }
        assertThat(list("?sort=email&cursor=" + cursor).problem()).isEqualTo("invalid-cursor");
        assertThat(list("?search=a&cursor=" + cursor).problem()).isEqualTo("invalid-cursor");
        assertThat(list("?per_page=7&cursor=" + cursor).status()).isEqualTo(200);
    }

    @Test
    void refusesACursorOfASearchTermThatReadsLikeAFilter() {
        String term = "search=a%2C+confirmed%3Dfalse";
        String list = UserQuery.of(Parameters.parse(term)).list();
        String cursor = new Cursors(SigningKeys.of(TestServer.KEY))
                .encode(
                        io.accounts4j.page.Cursor.after(
                                admin.insertedAt().toString(), admin.id().toString()),
                        list);

        assertThat(list("?" + term + "&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(list("?search=a&confirmed=false&cursor=" + cursor).problem()).isEqualTo("invalid-cursor");
    }

    @Test
    void takesACursorSignedWithTheOldKey() {
        Cursors old = new Cursors(SigningKeys.of(TestServer.KEY));
        byte[] renewed = TestServer.KEY.clone();
        renewed[0]++;
        String cursor = old.encode(io.accounts4j.page.Cursor.after("k", "i"), "list");

        assertThat(new Cursors(SigningKeys.of(renewed, TestServer.KEY)).decode(cursor, "list"))
                .isEqualTo(io.accounts4j.page.Cursor.after("k", "i"));
        org.junit.jupiter.api.Assertions.assertThrows(
                ProblemException.class, () -> new Cursors(SigningKeys.of(renewed)).decode(cursor, "list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=x",
                "page=1.5",
                "page=",
                "page=%2B1",
                "page=1&page=2",
                "per_page=0",
                "per_page=ten",
                "is_admin=yes",
                "is_admin=TRUE",
                "confirmed=1",
                "sort=password",
                "sort=",
                "sort=Name",
                "search=%00",
                "search=%C0%AF",
                "search=%ED%A0%80",
                "page=1&cursor=",
                "page=9999999999999999999"
            })
    void d21_malformedParametersAreRefused(String query) {
        Answer answer = list("?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path("detail").asText()).isEqualTo("Bad Request");
    }

    @Test
    void ignoresParametersNobodyKnows() {
        assertThat(list("?order=1&order=2&is_admin%5B%5D=x").status()).isEqualTo(200);
    }

    private static Answer list(String query) {
        return server.get("/api/users" + query).as(admin).send();
    }

    private static List<String> emails(Answer answer) {
        return answer.json().path("data").findValuesAsText("email");
    }
}
