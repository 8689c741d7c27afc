package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Worker processes stand still (SIGSTOP) for three times the lease, as after a long pause of their machine, and go on
 * (SIGCONT) with jobs that others took over meanwhile.
 */
class HaltedNodesIT {

    private static final int AT_ONCE = 5;
    private static final int TIMES = Rounds.of(AT_ONCE, 50) / AT_ONCE;
    private static final Duration HALT = NodeSettings.LEASE.multipliedBy(3);
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Set<String> overtaken = new HashSet<>();

    @Test
    void what_they_write_late_is_refused(@TempDir Path directory) throws Exception {
        try (Cluster cluster = new Cluster(FaultDatabase.fresh(), directory)) {
            List<WorkerNode> victims = cluster.start(AT_ONCE, NodeSettings.quick());
            Client client = cluster.client(1_000);
            for (int i = 0; i < TIMES; i++) {
                halt(cluster, victims, client);
            }
            Accounting accounting = cluster.awaitEnd(client).repeatsAtMost(cluster.rescues());
            assertThat(overtaken).as("taken over meanwhile").hasSizeGreaterThanOrEqualTo(TIMES * AT_ONCE);
            Report.survived(
                    "SIGSTOP for 3 leases, SIGCONT",
                    TIMES * AT_ONCE,
                    TIMES * AT_ONCE + " halts, " + accounting + " of " + cluster.rescues()
                            + " jobs taken over; every late write refused");
        }
    }

    private void halt(Cluster cluster, List<WorkerNode> victims, Client client) throws Exception {
        List<String> held = new ArrayList<>();
        // More than one node has room for, and then no more than they get done.
        enqueue(client, AT_ONCE * 10);
        await().atMost(SOON).until(() -> {
            enqueue(client, AT_ONCE);
            return victims.stream()
                    .noneMatch(
                            victim -> cluster.database().heldBy(victim.name()).isEmpty());
        });
        for (WorkerNode victim : victims) {
            victim.halt();
            held.addAll(cluster.database().heldBy(victim.name()));
        }
        WorkerNode other = cluster.start(NodeSettings.quick()).awaitReady();
        TimeUnit.MILLISECONDS.sleep(HALT.toMillis());
        await().atMost(SOON).until(() -> cluster.database().unfinished() == 0);
        held.retainAll(other.runs().stream().map(Run::key).toList());
        overtaken.addAll(held);
        for (WorkerNode victim : victims) {
            victim.resume();
        }
        // They work again, under new leases.
        for (WorkerNode victim : victims) {
            int before = victim.runs().size();
            await().atMost(SOON).until(() -> {
                enqueue(client, AT_ONCE);
                return victim.runs().size() > before;
            });
        }
        var unused = other.terminate();
    }

    private static void enqueue(Client client, int count) {
        for (int i = 0; i < count; i++) {
            var unused = client.enqueue(JobOptions.queue("default"));
        }
    }
}
