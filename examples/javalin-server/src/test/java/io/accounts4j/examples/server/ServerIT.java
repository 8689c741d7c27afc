package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.accounts4j.testdatabases.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The server as a process, on every database. */
class ServerIT {

    private static final String ADMIN = "chief@example.org";
    private static final String ADMIN_PASSWORD = "Battery staple 2";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void theWholePathWithCurl(TestDatabase database) throws Exception {
        assumeTrue(onPath("bash") && onPath("curl"), "bash and curl are not installed");
        try (ServerProcess server = start(settings(database)).awaitListening()) {
            ProcessBuilder path = new ProcessBuilder(
                            Path.of("walkthrough").toAbsolutePath().toString(),
                            server.uri("").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("walk.txt").toFile());
            path.environment().put("ADMIN_EMAIL", ADMIN);
            path.environment().put("ADMIN_PASSWORD", ADMIN_PASSWORD);
            Process walking = path.start();
            assertThat(walking.waitFor(2, TimeUnit.MINUTES)).isTrue();

            String walk = Files.readString(directory.resolve("walk.txt"));
            assertThat(walking.exitValue()).as(walk + server.err()).isZero();
            assertThat(walk).endsWith("That was the whole path.\n").contains("Ann of Green Gables");
            assertThat(server.err()).contains("GET /api/users?… 200").doesNotContain("Correct horse", "token=");
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingAcknowledgedIsLostWhenItIsKilled(TestDatabase database) throws Exception {
        Map<String, String> settings = settings(database);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        String token;
        try (ServerProcess server = start(settings).awaitListening()) {
            token = new Client(server).signIn(ADMIN, ADMIN_PASSWORD);
            registerUntilKilled(server, acknowledged);
        }
        try (ServerProcess again = start(settings).awaitListening()) {
            Client administrator = new Client(again);
            administrator.use(token);
            assertThat(administrator.get("/api/session").at("/data/user/email").asText())
                    .isEqualTo(ADMIN);
            for (String email : acknowledged) {
                JsonNode found = administrator.get("/api/users?search=" + email);
                assertThat(found.at("/pagination/total_count").asInt())
                        .as(email)
                        .isEqualTo(1);
            }
            assertThat(again.out()).doesNotContain("Administrator");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2")
    void twoMayStartAtOnce(TestDatabase database) throws Exception {
        Map<String, String> settings = settings(database);
        try (ServerProcess one = start(settings);
                ServerProcess other = start(settings)) {
            one.awaitListening();
            other.awaitListening();

            assertThat(Stream.of(one.out(), other.out()).filter(out -> out.contains("Administrator " + ADMIN)))
                    .hasSize(1);
            Client administrator = new Client(other);
            administrator.signIn(ADMIN, ADMIN_PASSWORD);
            assertThat(administrator
                            .get("/api/users")
                            .at("/pagination/total_count")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void aFileHasOneServer(TestDatabase database) throws Exception {
        Map<String, String> settings = settings(database);
        try (ServerProcess one = start(settings).awaitListening();
                ServerProcess other = start(settings)) {
            assertThat(other.awaitExit()).isEqualTo(1);
            assertThat(other.err().strip()).hasLineCount(1).contains("stop what else uses it");
            assertThat(one.isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void seedingTwiceDoesNoHarm(TestDatabase database) throws Exception {
        Map<String, String> settings = settings(database);
        settings.remove("ADMIN_EMAIL");
        settings.remove("ADMIN_PASSWORD");

        assertThat(seed(settings))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Administrator admin@example.com, password "),
                        second -> assertThat(second)
                                .startsWith("12 demo users, ada.lovelace@example.com and others, password "));
        assertThat(seed(settings)).containsExactly("All accounts exist already; nothing was changed.");
    }

    private List<String> seed(Map<String, String> settings) throws Exception {
        try (ServerProcess seeding = ServerProcess.start(directory, settings, "seed")) {
            assertThat(seeding.awaitExit()).as(seeding.err()).isZero();
            return seeding.out().lines().toList();
        }
    }

    /** Kills the server during parallel registrations. */
    private static void registerUntilKilled(ServerProcess server, Set<String> acknowledged) throws Exception {
        int sides = 3;
        CountDownLatch enough = new CountDownLatch(6);
        ExecutorService clients = Executors.newFixedThreadPool(sides);
        try {
            for (int side = 0; side < sides; side++) {
                String prefix = "side" + side + ".";
                clients.execute(() -> registerUntilRefused(new Client(server), prefix, acknowledged, enough));
            }
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            server.kill();
        } finally {
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void registerUntilRefused(
            Client client, String prefix, Set<String> acknowledged, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String email = prefix + i + "@example.org";
                if (client.register(email) == 201) {
                    acknowledged.add(email);
                    enough.countDown();
                }
            }
        } catch (IOException killed) {
            // A request cut off by the kill has no acknowledgement.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerProcess start(Map<String, String> settings) throws Exception {
        return ServerProcess.start(directory, settings);
    }

    private Map<String, String> settings(TestDatabase database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("DATABASE_URL", Place.fresh(database, directory));
        settings.put("ADMIN_EMAIL", ADMIN);
        settings.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
        return settings;
    }
}
