package io.accounts4j.testdatabases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code mariadbd} on loopback with data, port and socket of its own. */
final class MariaDbServer {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final String PASSWORD = "accounts";

    private final Path directory;
    private final int port;

    private MariaDbServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static DatabaseServer start() throws IOException, InterruptedException, NotInstalledException {
        MariaDbInstallation installation = MariaDbInstallation.find();
        Path directory = Files.createTempDirectory("accounts-mariadb");
        AtExit.add(() -> Directories.delete(directory));
        MariaDbServer server = new MariaDbServer(directory, freePort());
        server.initialize(installation);
        return server.run(installation);
    }

    private void initialize(MariaDbInstallation installation) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                installation.initializer().toString(),
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--innodb-log-file-size=16M"));
        command.addAll(common(installation));
        Process process = start(command, "install.log");
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("mariadb-install-db failed: " + log("install.log"));
        }
    }

    private DatabaseServer run(MariaDbInstallation installation) throws IOException, InterruptedException {
        Path grants = Files.writeString(
                directory.resolve("grants.sql"),
                "create user 'accounts'@'%' identified by '" + PASSWORD
                        + "';\ngrant all on *.* to 'accounts'@'%' with grant option;\n");
        List<String> command = new ArrayList<>(List.of(
                installation.server().toString(),
                "--no-defaults",
                "--init-file=" + grants,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + directory.resolve("socket"),
                "--skip-name-resolve",
                "--skip-log-bin",
                "--max-connections=600",
                "--innodb-log-file-size=16M",
                // Data survives a killed server process, though not a crash of the machine.
                "--innodb-flush-log-at-trx-commit=2"));
        command.addAll(common(installation));
        Process process = start(command, "server.log");
        AtExit.add(() -> process.destroyForcibly().waitFor());
        return connect(process, installation.origin());
    }

    private DatabaseServer connect(Process process, String origin) throws IOException, InterruptedException {
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/mysql?user=accounts&password=" + PASSWORD;
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            try {
                return JdbcServer.ours(url, origin);
            } catch (SQLException e) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new IOException("mariadbd did not start: " + log("server.log"), e);
                }
            }
        }
    }

    private List<String> common(MariaDbInstallation installation) {
        List<String> options = new ArrayList<>(List.of("--datadir=" + directory.resolve("data")));
        options.addAll(installation.options());
        if (System.getProperty("user.name").equals("root")) {
            options.add("--user=root");
        }
        return options;
    }

    private Process start(List<String> command, String log) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(log).toFile())
                .start();
    }

    private String log(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
