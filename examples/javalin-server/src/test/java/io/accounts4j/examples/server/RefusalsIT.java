package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start says in a sentence what to do, and answers 1. */
class RefusalsIT {

    @TempDir
    private Path directory;

    @Test
    void productionWithoutSettings() throws Exception {
        assertThat(refusal(Map.of("ACCOUNTS_ENV", "prod")))
                .hasLineCount(4)
                .contains("DATABASE_URL is not set", "SECRET_KEY_BASE is not set", "PHX_HOST is not set")
                .contains("SMTP_URL is not set");
    }

    @Test
    void aMalformedSetting() throws Exception {
        assertThat(refusal(Map.of("POOL_SIZE", "ten")))
                .hasLineCount(1)
                .contains("POOL_SIZE is malformed: it must be a number from 1 to 1000, for example POOL_SIZE=10");
    }

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(refusal(Map.of("PORT", Integer.toString(taken.getLocalPort()))))
                    .hasLineCount(1)
                    .contains("Port " + taken.getLocalPort() + " cannot be listened on");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws Exception {
        String url = "postgres://accounts:canary@127.0.0.1:" + ServerProcess.freePort() + "/accounts";

        assertThat(refusal(Map.of("DATABASE_URL", url)))
                .hasLineCount(1)
                .contains("cannot be opened", "start it, or set DATABASE_URL to another one")
                .doesNotContain("canary");
    }

    @Test
    void anUnknownCommand() throws Exception {
        assertThat(refusal(Map.of(), "sow")).hasLineCount(1).contains("There is no command \"sow\"");
    }

    @Test
    void healthOfNoServer() throws Exception {
        assertThat(refusal(Map.of(), "health")).hasLineCount(1).contains("The server is not ready");
    }

    private String refusal(Map<String, String> settings, String... arguments) throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, settings, arguments)) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.out()).isEmpty();
            return server.err().strip();
        }
    }
}
