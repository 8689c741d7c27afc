package io.accounts4j.integration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** PgBouncer in transaction mode on loopback, with three connections to one database for any number of clients. */
final class PgBouncer implements AutoCloseable {

    private static final String REQUIRED = "ACCOUNTS_REQUIRE_PGBOUNCER";
    private static final long DEADLINE_SECONDS = 60;

    private final Process process;
    private final Path directory;
    private final int port;

    private PgBouncer(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /** Skips the test where PgBouncer is not installed, or fails if {@code ACCOUNTS_REQUIRE_PGBOUNCER=true}. */
    static PgBouncer before(HikariDataSource database) throws IOException, InterruptedException {
        Path program = program();
        Path directory = Files.createTempDirectory("accounts-pgbouncer");
        // As root it drops its rights and then still reads its files.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = freePort();
        Path users = Files.writeString(
                directory.resolve("users"), "\"" + database.getUsername() + "\" \"" + database.getPassword() + "\"\n");
        Path settings = Files.writeString(directory.resolve("pgbouncer.ini"), settings(database, port, users));
        Process process = new ProcessBuilder(program.toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        PgBouncer bouncer = new PgBouncer(process, directory, port);
        bouncer.awaitListening();
        return bouncer;
    }

    private static String settings(HikariDataSource database, int port, Path users) {
        URI server = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
        String user = System.getProperty("user.name").equals("root") ? "user = nobody\n" : "";
        return "[databases]\napp = host=" + server.getHost() + " port=" + server.getPort() + " dbname="
                + server.getPath().substring(1) + "\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = " + port
                + "\nunix_socket_dir =\nauth_type = trust\nauth_file = " + users
                + "\npool_mode = transaction\ndefault_pool_size = 3\nmax_client_conn = 100\n"
                + "ignore_startup_parameters = extra_float_digits\n" + user;
    }

    /** A pool of 20 connections; {@code parameters} of the URL, such as {@code prepareThreshold=0}. */
    HikariDataSource pool(HikariDataSource database, String parameters) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/app?" + parameters);
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(20);
        return new HikariDataSource(pool);
    }

    private void awaitListening() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new IOException("pgbouncer did not start: " + Files.readString(directory.resolve("log")), e);
                }
            }
        }
    }

    private static Path program() {
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
        String message = "pgbouncer is not installed (Debian, Ubuntu: apt-get install pgbouncer)";
        if (found.isEmpty() && Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new IllegalStateException(message + ", but " + REQUIRED + "=true");
        }
        Assumptions.assumeTrue(found.isPresent(), message);
        return found.orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        var unused = process.destroyForcibly().onExit().join();
        for (Path file : List.of(
                directory.resolve("users"), directory.resolve("pgbouncer.ini"), directory.resolve("log"), directory)) {
            Files.deleteIfExists(file);
        }
    }
}
