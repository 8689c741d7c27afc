package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Settings of the whole server, on a real one. */
class ServerDefaultsTest {

    @Test
    void theServerDoesNotNameItself() {
        try (TestServer server = TestServer.start(settings -> {}, ServerDefaults::applyTo)) {
            assertThat(server.get("/api/health/live").send().header("Server")).isEmpty();
        }
    }

    @Test
    void aPathThatCannotBeDecodedIsABadRequest() throws Exception {
        try (TestServer server = TestServer.start(settings -> {}, ServerDefaults::applyTo);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET /api/users/%u0041 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 400 ");
        }
    }

    /** Returns the bytes received until the server closes or resets the connection. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                answer.append((char) c);
                if (answer.toString().contains("request_id")) {
                    return answer.toString();
                }
            }
        } catch (java.net.SocketException reset) {
            return answer.toString();
        }
        return answer.toString();
    }
}
