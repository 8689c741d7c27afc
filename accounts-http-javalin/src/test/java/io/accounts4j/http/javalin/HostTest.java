package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.accounts4j.http.AccountsConfig;
import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.http.wire.ETags;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.javalin.config.JavalinConfig;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host with habits of its own, and our routes beside its own. */
class HostTest {

    @TempDir
    static Path files;

    private static TestServer server;

    /** A response of the host; its mapper writes {@code orderCount}. */
    public record Order(int orderCount) {}

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(files.resolve("index.html"), "<p>shop");
        server = TestServer.start(settings -> {}, HostTest::shop);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void shop(JavalinConfig config) {
        ObjectMapper camel = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE);
        config.jsonMapper(new JavalinJackson(camel, false));
        config.http.generateEtags = true;
        config.staticFiles.add(files.toString(), Location.EXTERNAL);
        config.routes.exception(Exception.class, (e, ctx) -> ctx.status(418).result("host: exception"));
        config.routes.exception(
                UnauthorizedResponse.class, (e, ctx) -> ctx.status(401).html("host: sign in"));
        config.routes.error(404, ctx -> ctx.html("host: not found").header("X-Host", "1"));
        config.routes.error(422, ctx -> ctx.html("host: invalid"));
        config.routes.before(ctx -> ctx.header("X-Before", "host"));
        config.routes.after(ctx -> ctx.header("X-After", "host"));
        config.routes.get("/orders", ctx -> {
            User user = ctx.with(AccountsPlugin.class).requireUser();
            ctx.json(new Order(user.name().length()));
        });
        config.routes.post(
                "/orders",
                ctx -> ctx.result(
                        ctx.with(AccountsPlugin.class).requireUser().email().address()));
        config.routes.get(
                "/reports",
                ctx -> ctx.result(
                        ctx.with(AccountsPlugin.class).requireAdmin().email().address()));
        config.routes.get(
                "/hello",
                ctx -> ctx.result(
                        ctx.with(AccountsPlugin.class).user().map(User::name).orElse("stranger")));
        config.routes.get("/gone", ctx -> {
            throw new NotFoundResponse();
        });
        config.routes.get("/api/users/me", ctx -> ctx.result("host: me"));
    }

    @Test
    void t06_ourAnswersAreNotChangedByTheHostsHandlers() {
        Answer missing = server.get("/api/users/x").as(server.administrator()).send();
        Answer invalid = server.call("POST", "/api/users").json("{\"user\":{}}").send();
        Answer odd = server.call("BREW", "/api/users").send();

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.problem()).isEqualTo("not-found");
        assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(invalid.problem()).isEqualTo("validation");
        assertThat(odd.problem()).isEqualTo("method-not-allowed");
        assertThat(missing.header("X-After")).isEqualTo("host");
        assertThat(missing.header("X-Before")).isEqualTo("host");
    }

    @Test
    void t09_ourJsonIsNotWrittenByTheHostsMapper() {
        User user = server.user();
        Answer answer = server.get("/api/users/" + user.id()).as(user).send();

        assertThat(answer.json().path("data").has("is_admin")).isTrue();
        assertThat(answer.header("ETag")).isEqualTo(ETags.of(user));
    }

    @Test
    void theHostsOwnRoutesAreAsTheyWere() {
        assertThat(server.get("/index.html").send().body()).isEqualTo("<p>shop");
        assertThat(server.get("/gone").send().body()).isEqualTo("host: not found");
        assertThat(server.get("/nowhere").send().body()).isEqualTo("host: not found");
        assertThat(server.get("/gone").send().header("Content-Security-Policy")).isEmpty();
        assertThat(server.get("/api/users/me").send().body()).isEqualTo("host: me");
        assertThat(server.get("/api/elsewhere").send().body()).isEqualTo("host: not found");
    }

    @Test
    void theHostKnowsWhoAsks() {
        User user = server.user();
        SessionToken session = server.session(user);

        assertThat(server.get("/orders").cookie(session).send().body()).isEqualTo("{\"OrderCount\":9}");
        assertThat(server.get("/orders").bearer(session.reveal()).send().status())
                .isEqualTo(200);
        assertThat(server.get("/hello").cookie(session).send().body()).isEqualTo(user.name());
        assertThat(server.get("/hello").send().body()).isEqualTo("stranger");
    }

    @Test
    void refusalsOnTheHostsRoutesLookLikeTheHosts() {
        Answer anonymous = server.get("/orders").send();
        Answer user = server.get("/reports").as(server.user()).send();
        User admin = server.administrator();

        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.body()).isEqualTo("host: sign in");
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(user.status()).isEqualTo(403);
        assertThat(user.body()).isEqualTo("only administrators may do this");
        assertThat(server.get("/reports").as(admin).send().body())
                .isEqualTo(admin.email().address());
    }

    @Test
    void crossSiteRulesHoldOnTheHostsRoutes() {
        try (TestServer plain = TestServer.start(
                settings -> {},
                host -> host.routes.post(
                        "/orders",
                        ctx -> ctx.result(
                                ctx.with(AccountsPlugin.class).requireUser().name())))) {
            SessionToken session = plain.session(plain.user());

            assertThat(plain.call("POST", "/orders")
                            .cookie(session)
                            .header("Origin", "https://evil.example")
                            .send()
                            .status())
                    .isEqualTo(403);
            assertThat(plain.call("POST", "/orders")
                            .cookie(session)
                            .form("a=b")
                            .send()
                            .status())
                    .isEqualTo(403);
            assertThat(plain.call("POST", "/orders")
                            .cookie(session)
                            .header("Origin", TestServer.ORIGIN)
                            .form("a=b")
                            .send()
                            .status())
                    .isEqualTo(200);
            assertThat(plain.call("GET", "/orders")
                            .cookie(session)
                            .header("X-HTTP-Method-Override", "POST")
                            .send()
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aDeadDatabaseIsNoStranger() {
        try (TestServer plain = TestServer.start(
                settings -> {},
                host -> host.routes.get(
                        "/hello",
                        ctx -> ctx.result("" + ctx.with(AccountsPlugin.class).user())))) {
            SessionToken session = plain.session(plain.user());
            plain.kit.store().fail();
            Answer answer = plain.get("/hello").cookie(session).send();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
    }

    @Test
    void mountsUnderAnotherBasePathAndBehindAPath() {
        try (TestServer other = TestServer.start(settings ->
                settings.basePath("/v1/accounts").publicUrl(java.net.URI.create("https://x.example/shop")))) {
            Answer created = other.call("POST", "/v1/accounts/users")
                    .json("{\"user\":{\"email\":\"%s\",\"name\":\"New User\",\"password\":\"%s\"}}"
                            .formatted(Fixtures.uniqueEmail(), Fixtures.PASSWORD))
                    .send();

            assertThat(created.header("Location")).startsWith("/shop/v1/accounts/users/");
            assertThat(other.get("/api/session").send().status()).isEqualTo(404);
        }
    }

    @Test
    void saysWhatIsMissing() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> io.javalin.Javalin.create(
                        config -> config.registerPlugin(new AccountsPlugin(server.kit.accounts(), settings -> {}))))
                .hasMessageContaining("publicUrl(...)");
        Map<String, java.util.function.Consumer<AccountsConfig>> wrong = Map.of(
                "base path", config -> config.basePath("api/"),
                "public URL", config -> config.publicUrl(java.net.URI.create("ftp://x")),
                "origin", config -> config.allowedOrigins("https://x.example/path"),
                "address range", config -> config.trustedProxies("localhost"),
                "signing key", config -> config.signingKey(new byte[31]),
                "bodyLimit", config -> config.bodyLimit(0),
                "bodyTimeout", config -> config.bodyTimeout(java.time.Duration.ZERO),
                "clearSiteData", config -> config.clearSiteData("a\"b"));
        wrong.forEach((word, setting) -> org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> setting.accept(new AccountsConfig()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(word));
    }
}
