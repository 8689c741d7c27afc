package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Paths that cannot be decoded, or hardly. Javalin decodes parameters late and lets its own exception out. */
class BrokenPathTest {

    private static final List<String> BELOW =
            List.of("/api/users/", "/users/assets/", "/api/users", "/users/confirm", "/");
    private static final List<String> METHODS = List.of("GET", "HEAD", "PUT", "DELETE", "POST", "OPTIONS", "BREW");

    @RegisterExtension
    static final TestServer server = TestServer.start(settings -> {}, host -> {
        ServerDefaults.applyTo(host);
        host.routes.before(
                "/api/users/{any}",
                ctx -> ctx.header("X-Before", ctx.pathParam("any").length() + ""));
        host.routes.get("/shop/{item}", ctx -> ctx.result("item " + ctx.pathParam("item")));
    });

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void leave() {
        root.detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {";%", ";%zz", ";%f", "x;a=%", "x;%u0041"})
    void aPathWhoseParameterCannotBeDecodedIsABadRequestOfOurs(String rest) throws Exception {
        for (String below : List.of("/api/users/", "/users/assets/")) {
            for (String method : METHODS) {
                log.list.clear();
                String answer = request(method, below + rest);

                assertThat(answer)
                        .as("%s %s%s", method, below, rest)
                        .startsWith("HTTP/1.1 400 ")
                        .contains("X-Request-Id: ", "Cache-Control: no-store", "Content-Security-Policy: ");
                assertThat(answer.contains("malformed-request")).isEqualTo(!method.equals("HEAD"));
                assertThat(log.list).as("log lines").hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%z",
                "%zz",
                "%u0041",
                "%c0%af",
                "%ff",
                "%00",
                "%0d%0aX: 1",
                ";",
                ";;",
                ";x=y",
                "..;/",
                "%2e%2e/",
                "%2F",
                "%5c",
                "\\",
                "//",
                "%25",
                "%3B%25",
                "+",
                "x+y",
                "*",
                "{id}",
                "<x>",
                ".",
                "..",
                "%20",
                "~",
                "%F0%9F%98%80"
            })
    void noOtherPathIsAFailureEither(String rest) throws Exception {
        for (String below : BELOW) {
            for (String method : METHODS) {
                assertThat(request(method, below + rest))
                        .as("%s %s%s", method, below, rest)
                        .matches("(?s)HTTP/1.1 [1-4].*");
            }
        }
        assertThat(log.list).noneMatch(line -> line.getThrowableProxy() != null);
    }

    @Test
    void aRouteOfTheHostIsLeftAlone() throws Exception {
        assertThat(request("GET", "/shop/a%20b")).contains("item a b");
        assertThat(request("GET", "/shop/;%")).doesNotContain("malformed-request");
    }

    private static String request(String method, String path) throws Exception {
        return server.raw(
                method + " " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }
}
