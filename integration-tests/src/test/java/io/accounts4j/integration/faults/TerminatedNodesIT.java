package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes are asked to end (SIGTERM), as every deployment does, while they work. */
class TerminatedNodesIT {

    private static final int TIMES = Rounds.of(10, 100);
    private static final int LONGEST_JOB = 500;

    /** In milliseconds: what the engine takes at most. */
    private static final long GRACE_AND_LAST_WORDS = 7_000;

    /** In milliseconds: that, and the bus, the pool and the JVM on a busy machine. */
    private static final long GONE = 12_000;

    private final Random random = new Random(Rounds.SEED);

    @Test
    void nothing_is_lost_and_nothing_runs_twice(@TempDir Path directory) throws Exception {
        long longest = 0;
        int held = 0;
        try (Cluster cluster = new Cluster(FaultDatabase.fresh(), directory)) {
            List<WorkerNode> nodes = cluster.start(2, NodeSettings.quick().unhurried());
            Client client = cluster.client(LONGEST_JOB).start(50);
            for (int i = 0; i < TIMES; i++) {
                WorkerNode next =
                        cluster.start(NodeSettings.quick().unhurried()).awaitReady();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
                WorkerNode victim = nodes.set(i % 2, next);
                held += cluster.database().heldBy(victim.name()).size();
                long took = victim.terminate();
                assertThat(took)
                        .as("ms to end of a node that said: " + victim.lines())
                        .isLessThanOrEqualTo(GONE);
                assertThat(victim.engineClosedAfter())
                        .as("ms to close its engine")
                        .isLessThanOrEqualTo(GRACE_AND_LAST_WORDS);
                longest = Math.max(longest, took);
                assertThat(cluster.database().heldBy(victim.name()))
                        .as("left behind")
                        .isEmpty();
            }
            Accounting accounting = cluster.awaitEnd(client).repeatsAtMost(0);
            assertThat(held).as("jobs under way when asked to end").isPositive();
            Report.survived(
                    "SIGTERM under load, grace 5 s",
                    TIMES,
                    TIMES + " times, " + accounting + " of " + held + " in flight; gone after "
                            + Report.seconds(longest) + " at most");
        }
    }
}
