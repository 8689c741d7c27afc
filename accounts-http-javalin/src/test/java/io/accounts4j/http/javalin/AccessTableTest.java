package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.asset.Stylesheet;
import io.accounts4j.http.route.Access;
import io.accounts4j.http.route.Route;
import io.accounts4j.job.JobHealth;
import io.accounts4j.testkit.TestAccounts;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.javalin.Javalin;
import io.javalin.event.HandlerMetaInfo;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The access table is whole, and every cell of it holds on the wire. */
class AccessTableTest {

    private static final JobHealth FIGURES = new JobHealth(
            Optional.empty(),
            Optional.empty(),
            0,
            List.of(),
            OptionalLong.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    @RegisterExtension
    static final TestServer server = TestServer.start(settings -> settings.jobHealth(() -> FIGURES));

    /** The callers. */
    enum Who {
        ANONYMOUS,
        EXPIRED,
        UNCONFIRMED,
        USER,
        SELF,
        ADMINISTRATOR
    }

    @Test
    void whatIsMountedHasARow() {
        Set<String> rows = TestServer.routes().stream()
                .map(operation -> operation.path("/api"))
                .collect(Collectors.toSet());
        List<HandlerMetaInfo> mounted = new ArrayList<>();
        TestAccounts kit = TestAccounts.create();
        Javalin app = Javalin.create(config -> {
            config.events.handlerAdded(mounted::add);
            config.registerPlugin(
                    new AccountsPlugin(kit.accounts(), settings -> settings.publicUrl(URI.create(TestServer.ORIGIN))));
        });
        app.stop();

        Set<String> paths = mounted.stream().map(HandlerMetaInfo::getPath).collect(Collectors.toSet());
        assertThat(paths).containsExactlyInAnyOrderElementsOf(rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.accounts4j.http.javalin.TestServer#routes")
    void everyCellHolds(Route operation) {
        for (Who who : Who.values()) {
            for (boolean bearer : new boolean[] {true, false}) {
                assertCell(operation, operation.method().name(), who, bearer);
                if (operation.method().name().equals("GET")) {
                    assertCell(operation, "HEAD", who, bearer);
                }
            }
        }
    }

    private static void assertCell(Route operation, String method, Who who, boolean bearer) {
        User target = server.user();
        String path =
                operation.path("/api").replace("{id}", target.id().toString()).replace("{file}", Stylesheet.FILE);
        TestServer.Call call = server.call(method, path).header("Sec-Fetch-Site", "same-origin");
        SessionToken token = token(who, target);
        if (who != Who.ANONYMOUS) {
            call = bearer ? call.bearer(token.reveal()) : call.cookie(token);
        }
        assertThat(outcome(call.send().status()))
                .as("%s %s by %s with %s", method, path, who, bearer ? "bearer" : "cookie")
                .isEqualTo(expected(operation.access(), who));
    }

    private static SessionToken token(Who who, User target) {
        return switch (who) {
            case ANONYMOUS -> SessionToken.random();
            case EXPIRED -> expired();
            case UNCONFIRMED -> server.session(server.kit.fixtures().user());
            case USER -> server.session(server.user());
            case SELF -> server.session(target);
            case ADMINISTRATOR -> server.session(server.administrator());
        };
    }

    private static SessionToken expired() {
        SessionToken token = server.session(server.administrator());
        server.kit.clock().advance(Duration.ofDays(14));
        return token;
    }

    private static int expected(Access access, Who who) {
        boolean signedIn = who != Who.ANONYMOUS && who != Who.EXPIRED;
        return switch (access) {
            case PUBLIC, RECOGNISED, ANYONE -> 0;
            case SIGNED_IN -> signedIn ? 0 : 401;
            case SELF_OR_ADMINISTRATOR -> !signedIn ? 401 : who == Who.SELF || who == Who.ADMINISTRATOR ? 0 : 404;
            case ADMINISTRATOR -> !signedIn ? 401 : who == Who.ADMINISTRATOR ? 0 : 403;
        };
    }

    /** 0 where the guard let the request through, to whatever the handler made of it. */
    private static int outcome(int status) {
        return Set.of(401, 403, 404).contains(status) ? status : 0;
    }
}
