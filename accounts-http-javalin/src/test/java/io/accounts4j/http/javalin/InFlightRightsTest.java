package io.accounts4j.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.Caller;
import io.accounts4j.kernel.NotAllowedException;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.Right;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.users.UserChanges;
import io.javalin.config.JavalinConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rights that end between the head of a request and its body. */
class InFlightRightsTest {

    @RegisterExtension
    static final TestServer server = TestServer.start(settings -> {}, InFlightRightsTest::host);

    /** Happens on the host's route once the caller was let in. */
    private static volatile Runnable onceLetIn = () -> {};

    @BeforeAll
    static void start() {
        assertThat(server.administrator())
                .as("another one, so that it is not the last who goes")
                .isNotNull();
    }

    @Test
    void anAdministratorDemotedBeforeTheBodyArrivesChangesNothing() throws IOException {
        User admin = server.administrator();

        try (SlowRequest request = slowUpdateOf(admin, server.session(admin), "{\"user\":{\"is_admin\":true}}")) {
            assertThat(server.kit
                            .accounts()
                            .users()
                            .update(admin.id(), UserChanges.none().administrator(false)))
                    .isInstanceOf(Outcome.Done.class);

            assertThat(request.finish()).startsWith("HTTP/1.1 401 ");
        }
        assertThat(stored(admin).administrator()).isFalse();
    }

    @Test
    void anAdministratorDeletedBeforeTheBodyArrivesChangesNothing() throws IOException {
        User admin = server.administrator();
        User other = server.user();

        try (SlowRequest request = slowUpdateOf(other, server.session(admin), "{\"user\":{\"name\":\"Changed\"}}")) {
            assertThat(server.kit.accounts().users().delete(admin.id())).isInstanceOf(Outcome.Done.class);

            assertThat(request.finish()).startsWith("HTTP/1.1 401 ").contains("WWW-Authenticate: Bearer");
        }
        assertThat(stored(other)).isEqualTo(other);
    }

    @Test
    void aSessionEndedBeforeTheBodyArrivesChangesNothing() throws IOException {
        User admin = server.administrator();
        User other = server.user();
        SessionToken session = server.session(admin);

        try (SlowRequest request = slowUpdateOf(other, session, "{\"user\":{\"name\":\"Changed\"}}")) {
            assertThat(server.kit.accounts().sessions().revoke(session)).isTrue();

            assertThat(request.finish()).startsWith("HTTP/1.1 401 ");
        }
        assertThat(stored(other)).isEqualTo(other);
    }

    @Test
    void whoLostTheSessionIsNotToldWhetherAnAddressIsTaken() throws IOException {
        User admin = server.administrator();
        User other = server.user();
        SessionToken session = server.session(admin);
        String body = "{\"user\":{\"name\":1,\"email\":\"" + admin.email().address() + "\"}}";

        try (SlowRequest request = slowUpdateOf(other, session, body)) {
            assertThat(server.kit.accounts().sessions().revoke(session)).isTrue();

            assertThat(request.finish()).startsWith("HTTP/1.1 401 ").doesNotContain("taken");
        }
    }

    @Test
    void rightsAreAskedAgainOnTheHostsRoutes() {
        User admin = server.administrator();
        User customer = server.user();
        SessionToken session = server.session(admin);
        String path = "/customers/" + customer.id();

        assertThat(server.call("DELETE", path).send().status()).isEqualTo(401);
        assertThat(server.call("DELETE", path).as(customer).send().status()).isEqualTo(403);
        onceLetIn = () ->
                assertThat(server.kit.accounts().sessions().revoke(session)).isTrue();
        assertThat(server.call("DELETE", path).bearer(session.reveal()).send().body())
                .isEqualTo("host: SESSION_ENDED");
        assertThat(server.kit.accounts().users().find(customer.id())).contains(customer);
        onceLetIn = () -> {};
        assertThat(server.call("DELETE", path).as(admin).send().status()).isEqualTo(200);
        assertThat(server.kit.accounts().users().find(customer.id())).isEmpty();
    }

    private static void host(JavalinConfig config) {
        config.routes.delete("/customers/{id}", ctx -> {
            Caller caller = ctx.with(AccountsPlugin.class).requireCaller(Right.ADMINISTRATOR);
            onceLetIn.run();
            UserId customer = UserId.parse(ctx.pathParam("id")).orElseThrow();
            var unused = server.kit.accounts().as(caller).users().delete(customer);
        });
        config.routes.exception(
                NotAllowedException.class, (e, ctx) -> ctx.status(403).result("host: " + e.reason()));
    }

    @Test
    void aSessionThatLastsMakesTheChange() throws IOException {
        User admin = server.administrator();
        User other = server.user();

        try (SlowRequest request = slowUpdateOf(other, server.session(admin), "{\"user\":{\"name\":\"Changed\"}}")) {
            assertThat(request.finish()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(stored(other).name()).isEqualTo("Changed");
    }

    private static User stored(User user) {
        return server.kit.accounts().users().find(user.id()).orElseThrow();
    }

    private static SlowRequest slowUpdateOf(User target, SessionToken session, String body) throws IOException {
        return new SlowRequest(target, session, body);
    }

    /** A request that was let in and whose body has not arrived: the server has sent {@code 100 Continue}. */
    private static final class SlowRequest implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader answer;
        private final String body;

        SlowRequest(User target, SessionToken session, String body) throws IOException {
            this.socket = new Socket("127.0.0.1", server.port());
            this.answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            this.body = body;
            socket.setSoTimeout(10_000);
            send("PUT /api/users/" + target.id() + " HTTP/1.1\r\nHost: app.example.org\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + session.reveal() + "\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length() + "\r\nExpect: 100-continue\r\n\r\n");
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(answer.readLine()).isEmpty();
        }

        /** Sends the body and returns the whole answer. */
        String finish() throws IOException {
            send(body);
            StringBuilder all = new StringBuilder();
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                all.append(line).append('\n');
            }
            return all.toString();
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
