package io.accounts4j.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each contestant's server is started. */
final class Servers {

    private static final Pattern OURS_READY = Pattern.compile("^READY (\\d+)$");
    private static final Pattern SPRING_READY = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern EXAMPLE_READY = Pattern.compile("^Listening on http://localhost:(\\d+)");
    private static final String PEER = "com.example.peer.PeerApplication";
    private static final String HELLO = "com.example.hello.HelloApplication";
    private static final Path PEER_TARGET =
            Path.of("benchmarks", "peer-spring", "target").toAbsolutePath();

    private Servers() {}

    static ServerProcess bare(Postgres postgres) {
        return own(BareServer.class, environment(postgres.dataSource()));
    }

    static ServerProcess hello() {
        return own(HelloServer.class, Map.of());
    }

    static ServerProcess accounts(Postgres postgres) {
        return own(AccountsServer.class, environment(postgres.dataSource()));
    }

    static ServerProcess spring(Postgres postgres) {
        HikariDataSource database = postgres.dataSource();
        return ServerProcess.start(
                peer(),
                PEER,
                Map.of(),
                SPRING_READY,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.session.jdbc.initialize-schema=always",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());
    }

    static ServerProcess springHello() {
        return ServerProcess.start(
                peerWithoutDatabase(), HELLO, Map.of(), SPRING_READY, "--server.port=0", "--server.address=127.0.0.1");
    }

    /** The example server as it is shipped, on {@code databaseUrl} in the form its settings have. */
    static ServerProcess example(String databaseUrl, int port) {
        Path jar = Path.of("examples", "javalin-server", "target", "accounts-example.jar");
        return ServerProcess.start(
                jar.toAbsolutePath().toString(),
                "io.accounts4j.examples.server.Server",
                Map.of("DATABASE_URL", databaseUrl, "PORT", Integer.toString(port)),
                EXAMPLE_READY);
    }

    /** Runs the jobs of that name from here on; {@code lines} gets what it says about them. */
    static ServerProcess jobs(String system, Postgres postgres, Consumer<String> lines) {
        return ServerProcess.start(
                System.getProperty("java.class.path"),
                JobsNode.class.getName(),
                environment(postgres.dataSource()),
                OURS_READY,
                lines,
                system);
    }

    private static ServerProcess own(Class<?> main, Map<String, String> environment) {
        return ServerProcess.start(System.getProperty("java.class.path"), main.getName(), environment, OURS_READY);
    }

    private static Map<String, String> environment(HikariDataSource database) {
        return Map.of(
                "JDBC_URL", database.getJdbcUrl(),
                "JDBC_USER", database.getUsername(),
                "JDBC_PASSWORD", database.getPassword());
    }

    private static String peer() {
        return PEER_TARGET.resolve("classes") + File.pathSeparator + PEER_TARGET.resolve("lib") + "/*";
    }

    private static String peerWithoutDatabase() {
        try (Stream<Path> jars = Files.list(PEER_TARGET.resolve("lib"))) {
            return Stream.concat(Stream.of(PEER_TARGET.resolve("classes")), jars.filter(Servers::isNotForDatabases))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNotForDatabases(Path jar) {
        return Stream.of("jdbc", "session", "HikariCP", "postgresql", "-sql-", "spring-tx")
                .noneMatch(jar.getFileName().toString()::contains);
    }
}
