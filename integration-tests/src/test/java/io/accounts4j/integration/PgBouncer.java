package io.accounts4j.integration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PgBouncer in transaction mode on loopback, with three connections to one database for any number of clients. PgBouncer
 * does not follow prepared statements ({@code max_prepared_statements = 0}, the only way before 1.21).
 */
final class PgBouncer implements AutoCloseable {

    private static final String REQUIRED = "ACCOUNTS_REQUIRE_PGBOUNCER";
    private static final long DEADLINE_SECONDS = 60;
    private static final int SERVER_CONNECTIONS = 3;

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
        Path settings = Files.writeString(
                directory.resolve("pgbouncer.ini"),
                settings(database, port, users) + (followsStatements(program) ? "max_prepared_statements = 0\n" : ""));
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
                + "\npool_mode = transaction\ndefault_pool_size = " + SERVER_CONNECTIONS
                + "\nmax_client_conn = 100\n"
                + "ignore_startup_parameters = extra_float_digits\n" + user;
    }

    /** Returns whether {@code program} has the setting {@code max_prepared_statements}, which it has from 1.21 on. */
    private static boolean followsStatements(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--version").start();
        String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher numbers = Pattern.compile("PgBouncer 1\\.(\\d+)").matcher(version);
        return !numbers.find() || Integer.parseInt(numbers.group(1)) >= 21;
    }

    /** A pool of 20 connections; {@code parameters} of the URL, such as {@code prepareThreshold=0}. */
    HikariDataSource pool(HikariDataSource database, String parameters) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url(parameters));
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(20);
        return new HikariDataSource(pool);
    }

    /** Connections without a pool, whose first prepared statement has the name {@code S_1} on the server. */
    DataSource preparing(HikariDataSource database) {
        PGSimpleDataSource clients = new PGSimpleDataSource();
        clients.setUrl(url("prepareThreshold=1"));
        clients.setUser(database.getUsername());
        clients.setPassword(database.getPassword());
        return clients;
    }

    /**
     * Lets other clients prepare a statement on every connection to the server: as many transactions as there are such
     * connections are open at once, so that each has a connection of its own.
     */
    void prepareOnEveryServerConnection(HikariDataSource database) throws SQLException {
        prepareOnEach(preparing(database), SERVER_CONNECTIONS);
    }

    private static void prepareOnEach(DataSource clients, int connections) throws SQLException {
        if (connections == 0) {
            return;
        }
        try (Connection connection = clients.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("select 1")) {
                statement.execute();
            }
            prepareOnEach(clients, connections - 1);
            connection.commit();
        }
    }

    private String url(String parameters) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/app?" + parameters;
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
