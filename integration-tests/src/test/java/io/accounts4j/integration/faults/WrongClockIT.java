package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.accounts4j.job.JobOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clocks of nodes are an hour off, either way, and one jumps while it works. Needs libfaketime (Debian, Ubuntu: {@code
 * apt-get install libfaketime}); {@code ACCOUNTS_REQUIRE_FAKETIME=true} makes its absence a failure.
 */
class WrongClockIT {

    private static final int SECONDS = Rounds.of(8, 60);

    @Test
    void nothing_runs_early_and_nothing_is_lost(@TempDir Path directory) throws Exception {
        Path faketime = faketime();
        Path jumping = directory.resolve("jumping");
        Files.writeString(jumping, "+0");
        try (Cluster cluster = new Cluster(FaultDatabase.fresh(), directory)) {
            List<WorkerNode> nodes = List.of(
                    cluster.start(NodeSettings.quick().unhurried()),
                    cluster.start(NodeSettings.quick().unhurried().environment(offBy(faketime, "FAKETIME", "+1h"))),
                    cluster.start(NodeSettings.quick().unhurried().environment(offBy(faketime, "FAKETIME", "-1h"))),
                    cluster.start(NodeSettings.quick()
                            .unhurried()
                            .environment(offBy(faketime, "FAKETIME_TIMESTAMP_FILE", jumping.toString()))));
            for (WorkerNode node : nodes) {
                var unused = node.awaitReady();
            }
            Client client = cluster.client(200).start(50);
            for (int second = 0; second < SECONDS; second++) {
                var unused = client.enqueue(JobOptions.queue("default").scheduleIn(Duration.ofSeconds(3)));
                TimeUnit.SECONDS.sleep(1);
                Files.writeString(jumping, second % 2 == 0 ? "+1h" : "-1h");
            }
            // The last second left the jumping clock an hour off.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> nodes.stream().noneMatch(node -> node.runs().isEmpty()) && jumped(nodes.get(3)));
            Accounting accounting = cluster.awaitEnd(client).repeatsAtMost(0);
            assertThat(cluster.rescues()).as("taken from nodes that lived").isZero();
            assertClocks(nodes);
            Report.survived(
                    "clocks off by an hour either way, one jumping, " + SECONDS + " s",
                    client.acknowledged().size(),
                    nodes.size() + " nodes, " + accounting + ", " + SECONDS + " scheduled, 0 early");
        }
    }

    /** The fault was really there: each ran jobs, at the time it thought it was. */
    private static void assertClocks(List<WorkerNode> nodes) {
        long now = System.currentTimeMillis();
        List<Long> hours = nodes.stream()
                .map(node -> Math.round((node.runs().get(0).at() - now) / 3_600_000.0))
                .toList();
        assertThat(hours.subList(0, 3)).containsExactly(0L, 1L, -1L);
        assertThat(jumped(nodes.get(3))).isTrue();
    }

    private static boolean jumped(WorkerNode node) {
        long now = System.currentTimeMillis();
        return node.runs().stream().anyMatch(run -> Math.abs(run.at() - now) > 1_800_000);
    }

    private static Map<String, String> offBy(Path faketime, String variable, String value) {
        return Map.of(
                "LD_PRELOAD",
                faketime.toString(),
                variable,
                value,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_CACHE_DURATION",
                "1");
    }

    private static Path faketime() throws IOException {
        Optional<Path> library = Optional.empty();
        boolean ignored = Boolean.parseBoolean(System.getenv("ACCOUNTS_TEST_IGNORE_INSTALLED"));
        for (String directory : List.of("/usr/lib", "/usr/lib64", "/usr/local/lib")) {
            if (!ignored && library.isEmpty() && Files.isDirectory(Path.of(directory))) {
                try (Stream<Path> files = Files.find(
                        Path.of(directory), 3, (file, attributes) -> file.endsWith("faketime/libfaketimeMT.so.1"))) {
                    library = files.findFirst();
                }
            }
        }
        boolean required = Boolean.parseBoolean(System.getenv("ACCOUNTS_REQUIRE_FAKETIME"));
        assertThat(library.isPresent() || !required).as("libfaketime found").isTrue();
        assumeTrue(library.isPresent(), "libfaketime is not installed");
        return library.get();
    }
}
