package io.accounts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Settings of the whole server, on a real one. */
class ServerDefaultsTest {

    @Test
    void d05_aBodyThatTricklesInIsCutOff() throws Exception {
        try (TestServer server = TestServer.start(settings -> {}, ServerDefaults::applyTo);
                Socket slow = new Socket("127.0.0.1", server.port())) {
            slow.setSoTimeout(30_000);
            OutputStream out = slow.getOutputStream();
            out.write(("POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 60000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread trickle = new Thread(() -> trickle(out));
            trickle.setDaemon(true);
            trickle.start();

            String answer = answer(slow.getInputStream());
            assertThat(answer).doesNotContain(" 201 ", " 500 ");
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

    private static void trickle(OutputStream out) {
        try {
            for (int i = 0; i < 600; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What arrives until the server hangs up; a reset is hanging up as well. */
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
