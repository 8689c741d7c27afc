package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Safari drops cookies that are {@code Secure} from a site without TLS, loopback included. */
class CookiesIT {

    @TempDir
    private Path directory;

    @Test
    void arePlainOnLoopbackAndSecureForAPublicHost() throws Exception {
        assertThat(cookieOfASignIn(Map.of())).startsWith("accounts_session=").doesNotContain("Secure");
        assertThat(cookieOfASignIn(Map.of("PUBLIC_HOST", "accounts.example.org")))
                .startsWith("__Host-accounts_session=")
                .contains("; Secure");
    }

    private String cookieOfASignIn(Map<String, String> settings) throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, settings).awaitListening()) {
            Client client = new Client(server);
            client.register("ann@example.org");
            HttpResponse<String> answer = client.send(
                    "POST",
                    "/api/session",
                    "{\"session\":{\"email\":\"ann@example.org\",\"password\":\"" + Client.PASSWORD + "\"}}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.headers().firstValue("Set-Cookie").orElseThrow();
        }
    }
}
