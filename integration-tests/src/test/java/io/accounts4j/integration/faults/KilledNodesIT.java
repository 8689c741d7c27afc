package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes are killed (SIGKILL) at moments chosen by chance while jobs come in. */
class KilledNodesIT {

    private static final int KILLS = Rounds.of(20, 300);
    private static final int NODES = 3;

    /** The lease and two looks make three seconds; the rest is for a machine that is busy with other things. */
    private static final long SOON = NodeSettings.LEASE.plusSeconds(18).toMillis();

    private final Random random = new Random(Rounds.SEED);
    private final List<Orphan> orphans = new ArrayList<>();

    /** A job that a killed node held, and since when it had nobody. */
    private record Orphan(String key, long since) {}

    @Test
    void nothing_is_lost_and_what_they_held_runs_again_soon(@TempDir Path directory) throws Exception {
        try (Cluster cluster = new Cluster(FaultDatabase.fresh(), directory)) {
            List<WorkerNode> nodes = cluster.start(NODES, NodeSettings.quick());
            Client client = cluster.client(100).start(50);
            for (int kill = 0; kill < KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(1_000));
                kill(cluster, nodes);
            }
            // Of killed nodes, and of a node that stood still for longer than its lease.
            Accounting accounting = cluster.awaitEnd(client).repeatsAtMost(cluster.rescues());
            List<Run> runs = cluster.runs();
            Orphan last = orphans.stream()
                    .max(Comparator.comparingLong(orphan -> wait(orphan, runs)))
                    .orElseThrow();
            long longest = wait(last, runs);
            assertThat(longest)
                    .as("ms until an orphan of %tT ran again: %s", last.since(), cluster.history(last.key()))
                    .isLessThanOrEqualTo(SOON);
            Report.survived(
                    "kill -9 of a worker, 3 nodes, 50 jobs/s",
                    KILLS,
                    KILLS + " kills, " + accounting + " of " + orphans.size() + " in flight; orphans again after "
                            + Report.seconds(longest) + " at most");
        }
    }

    /** Kills one of those that work, never the last, and starts another in its place. */
    private void kill(Cluster cluster, List<WorkerNode> nodes) throws InterruptedException {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> nodes.stream().filter(WorkerNode::isReady).count() > 1);
        List<WorkerNode> ready = nodes.stream().filter(WorkerNode::isReady).toList();
        WorkerNode victim = ready.get(random.nextInt(ready.size()));
        victim.kill();
        long now = System.currentTimeMillis();
        cluster.database().heldBy(victim.name()).forEach(key -> orphans.add(new Orphan(key, now)));
        nodes.set(nodes.indexOf(victim), cluster.start(NodeSettings.quick()));
    }

    /** None where its node had completed it: the commit was under way when it was looked at. */
    private static long wait(Orphan orphan, List<Run> runs) {
        return runs.stream()
                .filter(run -> run.key().equals(orphan.key()) && run.at() >= orphan.since())
                .mapToLong(run -> run.at() - orphan.since())
                .min()
                .orElse(0);
    }
}
