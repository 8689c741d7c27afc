package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.asset.Stylesheet;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.TestAccounts;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.accounts4j.user.UserStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Javalin on Jetty and the filter on Tomcat give the same responses. */
class TwoHostsTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static TestServer javalin;
    private static TomcatHost tomcat;

    private enum Actor {
        ANONYMOUS,
        USER,
        ADMINISTRATOR,
        DISABLED
    }

    private enum Refusal {
        NONE,
        METHOD_OVERRIDE,
        CROSS_SITE,
        OTHER_METHOD,
        MEDIA_TYPE,
        TOO_LARGE,
        MALFORMED,
        EMPTY
    }

    /**
     * A route with the statuses of http-api.md.
     *
     * @param empty the status of {@code {}} where the guard lets the request in; 0 for that of a good request
     * @param statuses of a request nothing is wrong with, by anonymous, user, administrator, disabled user
     */
    private record Row(String method, String path, String type, String body, int empty, int... statuses) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Row> rows() {
        String credentials = "{\"session\":{\"email\":\"{email}\",\"password\":\"" + Fixtures.PASSWORD + "\"}}";
        String fresh =
                "{\"user\":{\"email\":\"{new}\",\"name\":\"New User\",\"password\":\"" + Fixtures.PASSWORD + "\"}}";
        String renamed = "{\"user\":{\"name\":\"Other Name\"}}";
        return List.of(
                new Row("POST", "/api/users", JSON, fresh, 400, 201, 201, 201, 201),
                new Row("GET", "/api/users?search={email}", "", "", 0, 401, 403, 200, 401),
                new Row("GET", "/api/users/{id}", "", "", 0, 401, 404, 200, 401),
                new Row("PUT", "/api/users/{id}", JSON, renamed, 400, 401, 403, 200, 401),
                new Row("PATCH", "/api/users/{id}", JSON, renamed, 400, 401, 403, 200, 401),
                new Row("DELETE", "/api/users/{id}", "", "", 0, 401, 403, 204, 401),
                new Row("POST", "/api/session", JSON, credentials, 400, 200, 200, 200, 200),
                new Row("GET", "/api/session", "", "", 0, 401, 200, 200, 401),
                new Row("DELETE", "/api/session", "", "", 0, 204, 204, 204, 204),
                new Row("POST", "/api/session/token", JSON, credentials, 400, 200, 200, 200, 200),
                new Row("POST", "/api/confirmation", JSON, "{\"email\":\"{email}\"}", 422, 202, 202, 202, 202),
                new Row("PUT", "/api/confirmation", JSON, "{\"token\":\"x\"}", 422, 422, 422, 422, 422),
                new Row("GET", "/api/health/live", "", "", 0, 200, 200, 200, 200),
                new Row("GET", "/api/health/ready", "", "", 0, 200, 200, 200, 200),
                new Row("GET", "/api/health/jobs", "", "", 0, 401, 403, 404, 401),
                new Row("GET", "/users/confirm", "", "", 0, 200, 200, 200, 200),
                new Row("POST", "/users/confirm", FORM, "password=x", 0, 422, 200, 200, 422),
                new Row("GET", "/users/assets/" + Stylesheet.FILE, "", "", 0, 200, 200, 200, 200));
    }

    @BeforeAll
    static void start() {
        javalin = TestServer.start();
        tomcat = TomcatHost.start();
    }

    @AfterAll
    static void stop() throws Exception {
        javalin.close();
        tomcat.close();
    }

    @Test
    void everyRouteHasARow() {
        assertThat(rows().stream()
                        .map(row -> row.toString().replaceAll("\\?.*", "").replace(Stylesheet.FILE, "{file}")))
                .containsExactlyInAnyOrderElementsOf(TestServer.routes().stream()
                        .map(route -> route.method() + " " + route.path("/api"))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answerAlike(Row row) {
        for (Refusal refusal : Refusal.values()) {
            boolean needsBody = refusal.compareTo(Refusal.MEDIA_TYPE) >= 0;
            if (needsBody && row.type().isEmpty()) {
                continue;
            }
            for (Actor actor : Actor.values()) {
                for (boolean bearer : new boolean[] {false, true}) {
                    assertAlike(row, refusal, actor, bearer);
                }
            }
        }
    }

    private static void assertAlike(Row row, Refusal refusal, Actor actor, boolean bearer) {
        HttpExchange onJavalin = HttpExchange.send(javalin.port(), request(javalin.kit, row, refusal, actor, bearer));
        HttpExchange onTomcat = HttpExchange.send(tomcat.port(), request(tomcat.kit, row, refusal, actor, bearer));
        String request = "%s, %s by %s with %s".formatted(row, refusal, actor, bearer ? "bearer" : "cookie");

        assertThat(onJavalin.status()).as(request).isEqualTo(expected(row, refusal, actor));
        assertThat(onTomcat).as(request).isEqualTo(onJavalin);
        assertThat(onTomcat.isOurs()).as(request).isTrue();
    }

    private static int expected(Row row, Refusal refusal, Actor actor) {
        int good = row.statuses()[actor.ordinal()];
        boolean admitted = good != 401 && good != 403;
        return switch (refusal) {
            case NONE -> good;
            case METHOD_OVERRIDE -> 400;
            case CROSS_SITE -> good == 401 ? 401 : 403;
            case OTHER_METHOD -> 405;
            case MEDIA_TYPE -> admitted ? 415 : good;
            case TOO_LARGE -> admitted ? 413 : good;
            case MALFORMED -> admitted ? 400 : good;
            case EMPTY -> admitted && row.empty() > 0 ? row.empty() : good;
        };
    }

    private static String request(TestAccounts kit, Row row, Refusal refusal, Actor actor, boolean bearer) {
        User target = kit.fixtures().confirmedUser();
        String path = row.path()
                .replace("{id}", target.id().toString())
                .replace("{email}", target.email().address());
        String body = body(row, refusal)
                .replace("{email}", target.email().address())
                .replace("{new}", Fixtures.uniqueEmail());
        StringBuilder request = new StringBuilder(refusal == Refusal.OTHER_METHOD ? "BREW" : row.method())
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Request-Id: r-1\r\n")
                .append(
                        refusal == Refusal.CROSS_SITE
                                ? "Origin: https://evil.example\r\n"
                                : "Origin: https://app.example.org\r\n")
                .append(refusal == Refusal.METHOD_OVERRIDE ? "X-HTTP-Method-Override: DELETE\r\n" : "")
                .append(credentials(kit, actor, bearer));
        if (!row.type().isEmpty()) {
            request.append("Content-Type: ")
                    .append(refusal == Refusal.MEDIA_TYPE ? "text/plain" : row.type())
                    .append("\r\nContent-Length: ")
                    .append(refusal == Refusal.TOO_LARGE ? 65_537 : body.length())
                    .append("\r\n");
        }
        return request + "\r\n" + (refusal == Refusal.TOO_LARGE ? "" : body);
    }

    private static String body(Row row, Refusal refusal) {
        boolean json = row.type().equals(JSON);
        return switch (refusal) {
            case MALFORMED -> json ? "{" : "password=%zz";
            case EMPTY -> json ? "{}" : "";
            default -> row.body();
        };
    }

    private static String credentials(TestAccounts kit, Actor actor, boolean bearer) {
        if (actor == Actor.ANONYMOUS) {
            return bearer ? "Authorization: Bearer none\r\n" : "";
        }
        User user = actor == Actor.ADMINISTRATOR
                ? kit.fixtures().administrator()
                : kit.fixtures().confirmedUser();
        SessionToken session = kit.fixtures().session(user);
        if (actor == Actor.DISABLED) {
            disable(kit, user);
        }
        return bearer
                ? "Authorization: Bearer " + session.reveal() + "\r\n"
                : "Cookie: " + TestServer.COOKIE + "=" + session.reveal() + "\r\n";
    }

    private static void disable(TestAccounts kit, User user) {
        UserStatus closed =
                new UserStatus(user.confirmedAt(), Optional.of(kit.clock().instant()));
        assertThat(kit.store()
                        .users()
                        .update(new User(
                                user.id(),
                                user.email(),
                                user.name(),
                                user.administrator(),
                                closed,
                                user.revision().next(kit.clock().instant()))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/", "/api/session/", "/users/confirm/"})
    void ignoreASlashAtTheEnd(String path) {
        assertThat(get(tomcat.port(), path)).isEqualTo(get(javalin.port(), path));
    }

    static Stream<String> refusedByTomcat() {
        return Stream.of("%zz", "%2F", "%00", "\\", "%", "%5c", "{id}", "<x>");
    }

    @ParameterizedTest
    @MethodSource
    void refusedByTomcat(String segment) {
        HttpExchange refused = get(tomcat.port(), "/api/users/" + segment);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.isOurs()).isFalse();
    }

    private static HttpExchange get(int port, String path) {
        return HttpExchange.send(
                port, "GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Request-Id: r-1\r\n\r\n");
    }
}
