package io.accounts4j.http.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import io.accounts4j.AccountsBuilder;
import io.accounts4j.http.AccountsConfig;
import io.accounts4j.http.AccountsHttp;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.wire.Json;
import io.accounts4j.testkit.TestAccounts;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Javalin server on the loopback interface with the plugin, over accounts in memory. As an extension in a static field it
 * stops after the last test of its class.
 */
final class TestServer implements AutoCloseable, AfterAllCallback {

    static final String ORIGIN = "https://app.example.org";
    static final String COOKIE = "__Host-accounts_session";
    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final TestAccounts kit;
    private final Javalin app;

    private TestServer(TestAccounts kit, Javalin app) {
        this.kit = kit;
        this.app = app;
    }

    /** The access table of a façade with nothing but its public URL. */
    static List<Route> routes() {
        return AccountsHttp.over(TestAccounts.create().accounts(), new AccountsConfig().publicUrl(URI.create(ORIGIN)))
                .routes();
    }

    static TestServer start() {
        return start(settings -> {}, host -> {});
    }

    static TestServer start(Consumer<AccountsConfig> settings) {
        return start(settings, host -> {});
    }

    static TestServer start(Consumer<AccountsConfig> settings, Consumer<JavalinConfig> host) {
        return start(TestAccounts.create(), settings, host);
    }

    static TestServer with(Consumer<AccountsBuilder> accounts) {
        return start(TestAccounts.with(accounts), settings -> {}, host -> {});
    }

    static TestServer start(TestAccounts kit, Consumer<AccountsConfig> settings, Consumer<JavalinConfig> host) {
        Javalin app = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            host.accept(config);
            config.registerPlugin(new AccountsPlugin(kit.accounts(), plugin -> {
                plugin.publicUrl(URI.create(ORIGIN)).signingKey(KEY).clock(kit.clock());
                settings.accept(plugin);
            }));
        });
        return new TestServer(kit, app.start("127.0.0.1", 0));
    }

    Call call(String method, String path) {
        return new Call(method, path);
    }

    Call get(String path) {
        return call("GET", path);
    }

    User user() {
        return kit.fixtures().confirmedUser();
    }

    User administrator() {
        return kit.fixtures().administrator();
    }

    SessionToken session(User user) {
        return kit.fixtures().session(user);
    }

    int port() {
        return app.port();
    }

    /** Sends exactly these bytes and returns the response, read until it is whole or the connection is closed. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        app.stop();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** A request in the making. */
    final class Call {
        private final String method;
        private final HttpRequest.Builder request;
        private byte[] body = {};

        Call(String method, String path) {
            this.method = method;
            this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        }

        Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Call json(String text) {
            return body("application/json", text.getBytes(StandardCharsets.UTF_8));
        }

        Call form(String text) {
            return body("application/x-www-form-urlencoded", text.getBytes(StandardCharsets.UTF_8));
        }

        Call body(String type, byte[] bytes) {
            body = bytes;
            return header("Content-Type", type);
        }

        Call bytes(byte[] bytes) {
            body = bytes;
            return this;
        }

        Call as(User user) {
            return bearer(session(user).reveal());
        }

        Call bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        Call cookie(SessionToken token) {
            return header("Cookie", COOKIE + "=" + token.reveal());
        }

        Answer send() {
            try {
                HttpRequest.BodyPublisher publisher = body.length == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body);
                return new Answer(
                        CLIENT.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        Answer chunked(byte[] bytes) throws IOException, InterruptedException {
            HttpRequest.BodyPublisher unknownLength =
                    HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(bytes));
            return new Answer(
                    CLIENT.send(request.method(method, unknownLength).build(), HttpResponse.BodyHandlers.ofString()));
        }
    }

    /** A response. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        String setCookie() {
            return header("Set-Cookie");
        }

        JsonNode json() {
            try {
                return Json.parse(body());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        String problem() {
            String type = json().path("type").asText();
            return type.substring(type.lastIndexOf('/') + 1);
        }

        String error(String field) {
            return json().path("errors").path(field).path(0).asText();
        }
    }
}
