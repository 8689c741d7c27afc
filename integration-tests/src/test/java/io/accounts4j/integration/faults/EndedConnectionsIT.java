package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server ends connections of workers and client, as a fail-over, a proxy or an administrator does. */
class EndedConnectionsIT {

    private static final int SECONDS = Rounds.of(10, 60);
    private static final int PER_SECOND = 5;
    private static final String WOKEN = "woken";
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String END_ONE =
            "select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid() offset %d limit 1) one";
    private static final String LISTENERS = "select count(pg_terminate_backend(pid)) from pg_stat_activity"
            + " where datname = current_database() and application_name like 'node-%'"
            + " and (query like 'listen%' or query = 'select 1')";

    private final Random random = new Random(Rounds.SEED);

    @Test
    void nothing_is_lost_while_connections_end_by_chance(@TempDir Path directory) throws Exception {
        try (Cluster cluster = new Cluster(FaultDatabase.fresh(), directory)) {
            List<WorkerNode> nodes = cluster.start(2, NodeSettings.quick().unhurried());
            Client client = cluster.client(100).start(50);
            int ended = 0;
            for (int i = 0; i < SECONDS * PER_SECOND; i++) {
                TimeUnit.MILLISECONDS.sleep(1_000 / PER_SECOND);
                ended += end(cluster.database());
            }
            Accounting accounting = cluster.awaitEnd(client).repeatsAtMost(0);
            assertThat(ended).as("connections ended").isPositive();
            assertThat(client.unknown()).as("errors of the client").hasSizeLessThanOrEqualTo(ended);
            assertThat(nodes).as("never restarted").allMatch(WorkerNode::isAlive);
            Report.survived(
                    "connections ended by chance, " + SECONDS + " s",
                    ended,
                    ended + " ended, " + accounting + ", " + client.unknown().size() + " not acknowledged");
        }
    }

    @Test
    void a_listener_without_its_connection_hears_again_soon(@TempDir Path directory) throws Exception {
        List<Long> waits = new ArrayList<>();
        try (Cluster cluster = new Cluster(FaultDatabase.fresh(), directory)) {
            WorkerNode woken =
                    cluster.start(NodeSettings.quick().unhurried().woken(WOKEN)).awaitReady();
            Client client = cluster.client(10);
            awaitRun(woken, client);
            for (int i = 0; i < 3; i++) {
                assertThat(cluster.database().count(LISTENERS)).as("ended").isPositive();
                long began = System.nanoTime();
                // A new connection is told that something may have been missed; the next job is found by its own
                // wake-up.
                awaitRun(woken, client);
                awaitRun(woken, client);
                waits.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            }
            Accounting accounting = cluster.awaitEnd(client).repeatsAtMost(0);
            assertThat(waits).allMatch(ms -> ms <= SOON.toMillis());
            Report.survived(
                    "connection of a listener ended",
                    waits.size(),
                    waits.size() + " ended, " + accounting + "; hears again after "
                            + Report.seconds(waits.stream()
                                    .mapToLong(Long::longValue)
                                    .max()
                                    .orElseThrow())
                            + " at most");
        }
    }

    /** Ends one that is chosen by chance, and says how many that were; the one that asks may have been ended itself. */
    private int end(FaultDatabase database) {
        try {
            return (int) database.count(String.format(END_ONE, random.nextInt(12)));
        } catch (RuntimeException e) {
            return 0;
        }
    }

    /** Queues jobs until one that was queued here has run. */
    private static void awaitRun(WorkerNode woken, Client client) {
        List<String> keys = new ArrayList<>();
        await().atMost(SOON.multipliedBy(3)).until(() -> {
            keys.add(client.enqueue(JobOptions.queue(WOKEN)));
            return woken.runs().stream().anyMatch(run -> keys.contains(run.key()));
        });
    }
}
