package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One kill with the settings every host begins with. Waits for most of a minute, so the other tests go on meanwhile. */
class KilledAtShippedDefaultsIT {

    private static final long SOON = 60_000;
    private static final int TIMES = Rounds.of(1, 5);

    @Test
    void what_a_killed_node_held_runs_again_within_a_minute(@TempDir Path directory) throws Exception {
        long longest = 0;
        int orphans = 0;
        try (Cluster cluster = new Cluster(FaultDatabase.fresh(), directory)) {
            // Long enough that some are under way when the node is killed, however busy the machine.
            Client client = cluster.client(10_000);
            for (int i = 0; i < TIMES; i++) {
                WorkerNode victim = cluster.start(NodeSettings.shipped()).awaitReady();
                for (int job = 0; job < 10; job++) {
                    var unused = client.enqueue(JobOptions.queue("default"));
                }
                await().atMost(Duration.ofMinutes(1)).until(() -> victim.runs().size() >= 5);
                victim.kill();
                long killed = System.currentTimeMillis();
                List<String> held = cluster.database().heldBy(victim.name());
                orphans += held.size();
                WorkerNode survivor = cluster.start(NodeSettings.shipped()).awaitReady();
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> cluster.database().unfinished() == 0);
                longest = Math.max(longest, lastOf(survivor, held) - killed);
                var unused = survivor.terminate();
            }
            Accounting accounting = cluster.awaitEnd(client).repeatsAtMost(orphans);
            assertThat(longest).as("ms until orphans ran again").isLessThanOrEqualTo(SOON);
            Report.survived(
                    "kill -9 of a worker at shipped defaults",
                    TIMES,
                    TIMES + " kills, " + accounting + " of " + orphans + " in flight; orphans again after "
                            + Report.seconds(longest) + " at most");
        }
    }

    private static long lastOf(WorkerNode survivor, List<String> held) {
        return survivor.runs().stream()
                .filter(run -> held.contains(run.key()))
                .mapToLong(Run::at)
                .max()
                .orElseThrow(() -> new AssertionError("none of " + held + " ran again"));
    }
}
