package io.accounts4j.http.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.http.servlet.TomcatServer.Connection;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.TestAccounts;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The façade in a servlet container, below a context path. */
class AccountsFilterTest {

    private static String user() {
        return "{\"user\":{\"email\":\"%s\",\"name\":\"New User\",\"password\":\"%s\"}}"
                .formatted(Fixtures.uniqueEmail(), Fixtures.PASSWORD);
    }

    private static String head(String body) {
        return "POST /shop/api/users HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
    }

    @Test
    void answersItsOwnPathsAndHandsOnEveryOther() throws Exception {
        try (TomcatServer server = TomcatServer.start(settings -> {}, host -> {});
                Connection connection = server.connect()) {
            assertThat(server.get("/shop/api/health/live")).contains("{\"status\":\"pass\"}");
            assertThat(server.get("/shop/orders")).endsWith("host: /shop/orders");
            assertThat(server.get("/shop/api/elsewhere")).endsWith("host: /shop/api/elsewhere");
            assertThat(server.get("/shop/api/usersx")).endsWith("host: /shop/api/usersx");
            assertThat(server.get("/shop/api/session"))
                    .startsWith("HTTP/1.1 401 ")
                    .contains("\"/shop/api/session\"");
            String body = user();
            assertThat(connection.send(head(body) + body).rest())
                    .startsWith("HTTP/1.1 201 ")
                    .contains("Location: /shop/api/users/");
        }
    }

    @Test
    void leavesAloneThePathsThatTheHostAnswers() throws Exception {
        try (TomcatServer server = TomcatServer.start(settings -> {}, host -> {}, "/api/users/me", "/users/*")) {
            assertThat(server.get("/shop/api/users/me")).endsWith("host: /shop/api/users/me");
            assertThat(server.get("/shop/users/confirm")).endsWith("host: /shop/users/confirm");
            assertThat(server.get("/shop/api/users/you")).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void answersOthersWhileMoreBodiesThanThreadsAreUnderWay() throws Exception {
        try (TomcatServer server = TomcatServer.start(settings -> {}, host -> {})) {
            List<Connection> slow = new ArrayList<>();
            List<String> rest = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String body = user();
                slow.add(server.connect().send(head(body) + body.substring(0, 9)));
                rest.add(body.substring(9));
            }

            assertThat(server.get("/shop/api/health/live")).startsWith("HTTP/1.1 200 ");
            for (int i = 0; i < slow.size(); i++) {
                try (Connection connection = slow.get(i)) {
                    assertThat(connection.send(rest.get(i)).rest()).startsWith("HTTP/1.1 201 ");
                }
            }
        }
    }

    @Test
    void refusesABodyThatIsNotCompleteAtTheDeadline() throws Exception {
        try (TomcatServer server =
                        TomcatServer.start(settings -> settings.bodyTimeout(Duration.ofMillis(300)), host -> {});
                Connection connection = server.connect()) {
            assertThat(connection.send(head(" ".repeat(100)) + "{").rest())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("request-timeout", "Cache-Control: no-store");
        }
    }

    @Test
    void answers503BehindASlowBodyWhileTheDatabaseIsDown() throws Exception {
        try (TomcatServer server = TomcatServer.start(settings -> {}, host -> {});
                Connection connection = server.connect()) {
            String body = user();
            connection.send(head(body) + "{");
            server.kit.store().fail();

            assertThat(connection.send(body.substring(1)).rest())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 2");
        }
    }

    @Test
    void takesABodyThatAFilterHasWrapped() throws Exception {
        try (TomcatServer server = TomcatServer.start(
                        settings -> {},
                        host -> before(
                                host,
                                true,
                                (request, response, chain) -> chain.doFilter(
                                        new CachedBodyRequest((HttpServletRequest) request), response)));
                Connection connection = server.connect()) {
            String body = user();

            assertThat(connection.send(head(body) + body).rest()).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void refusesRequestsThatCannotBeSuspended() throws Exception {
        try (TomcatServer server = TomcatServer.start(
                settings -> {},
                host -> before(host, false, (request, response, chain) -> chain.doFilter(request, response)))) {
            assertThat(server.get("/shop/api/health/live"))
                    .startsWith("HTTP/1.1 500 ")
                    .contains("set async-supported on this filter and on all before it");
            assertThat(server.get("/shop/orders")).endsWith("host: /shop/orders");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api", "/users*", "/*/x"})
    void refusesPathsThatAreNone(String path) {
        assertThatThrownBy(() -> new AccountsFilter(
                        TestAccounts.create().accounts(),
                        settings -> settings.publicUrl(URI.create("https://app.example.org")),
                        path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leftAlone must have paths such as /api/users/me or /users/*, got " + path);
    }

    private static void before(Context context, boolean async, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("before");
        definition.setFilter(filter);
        definition.setAsyncSupported(String.valueOf(async));
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName("before");
        map.addURLPattern("/*");
        context.addFilterMapBefore(map);
    }
}
