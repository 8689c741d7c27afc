package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database server is killed (SIGKILL) and started again under load. One worker looks only when it is woken: what it
 * runs shows that the listener is back.
 */
class KilledPostgresIT {

    private static final int KILLS = Rounds.of(3, 20);
    private static final long SOON = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WOKEN = "woken";

    private final List<Long> workers = new ArrayList<>();
    private final List<Long> listeners = new ArrayList<>();
    private final List<Long> schedules = new ArrayList<>();

    @Test
    void what_was_acknowledged_is_there_and_every_part_comes_back_by_itself(@TempDir Path files, @TempDir Path journals)
            throws Exception {
        try (PostgresProcess server = PostgresProcess.start(files);
                Cluster cluster = new Cluster(server.database(), journals)) {
            List<WorkerNode> nodes = cluster.start(2, NodeSettings.quick());
            WorkerNode woken = cluster.start(NodeSettings.quick().woken(WOKEN)).awaitReady();
            Client client = cluster.client(200).start(50);
            for (int kill = 0; kill < KILLS; kill++) {
                TimeUnit.SECONDS.sleep(2);
                String due = client.enqueue(JobOptions.queue("default").scheduleIn(Duration.ofSeconds(1)));
                server.kill();
                TimeUnit.SECONDS.sleep(1);
                server.restart();
                long up = System.currentTimeMillis();
                awaitParts(cluster, nodes, woken, client, due, up);
            }
            Accounting accounting = cluster.awaitEnd(client).repeatsAtMost(cluster.rescues());
            assertThat(cluster.database().count("select count(*) from accounts_jobs"))
                    .isGreaterThanOrEqualTo(client.acknowledged().size());
            assertThat(nodes).as("never restarted").allMatch(WorkerNode::isAlive);
            report(accounting, client);
        }
    }

    private void awaitParts(
            Cluster cluster, List<WorkerNode> nodes, WorkerNode woken, Client client, String due, long up) {
        workers.add(nodes.stream()
                        .mapToLong(node -> awaitRun(node, run -> run.at() > up))
                        .max()
                        .orElseThrow()
                - up);
        long began = awaitRunAnywhere(cluster, due);
        schedules.add(Math.max(0, began - up));
        // The first may be found by a look after the trouble; what is queued after it ran is found by a wake-up alone.
        long first = probe(woken, client);
        long second = probe(woken, client);
        assertThat(second).isGreaterThanOrEqualTo(first);
        listeners.add(second - up);
    }

    private void report(Accounting accounting, Client client) {
        assertThat(workers).as("ms until each worker works").allMatch(ms -> ms <= SOON);
        assertThat(listeners).as("ms until the listener hears").allMatch(ms -> ms <= SOON);
        assertThat(schedules).as("ms until scheduled jobs run").allMatch(ms -> ms <= SOON);
        Report.survived(
                "PostgreSQL killed and started again under load",
                KILLS,
                KILLS + " kills, " + accounting + ", " + client.unknown().size()
                        + " not acknowledged; after it accepts: workers " + Report.seconds(max(workers))
                        + ", listener " + Report.seconds(max(listeners)) + ", schedule "
                        + Report.seconds(max(schedules)) + " at most");
    }

    private static long max(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** Queues jobs for the one that has to be woken until one that was queued here has run, and answers when. */
    private static long probe(WorkerNode woken, Client client) {
        List<String> keys = new ArrayList<>();
        List<Run> found = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            keys.add(client.enqueue(JobOptions.queue(WOKEN)));
            woken.runs().stream().filter(run -> keys.contains(run.key())).forEach(found::add);
            return !found.isEmpty();
        });
        return found.get(0).at();
    }

    private static long awaitRun(WorkerNode node, Predicate<Run> wanted) {
        await().atMost(PATIENCE).until(() -> node.runs().stream().anyMatch(wanted));
        return node.runs().stream().filter(wanted).mapToLong(Run::at).min().orElseThrow();
    }

    private static long awaitRunAnywhere(Cluster cluster, String key) {
        await().atMost(PATIENCE)
                .until(() -> cluster.runs().stream().anyMatch(run -> run.key().equals(key)));
        return cluster.runs().stream()
                .filter(run -> run.key().equals(key))
                .mapToLong(Run::at)
                .max()
                .orElseThrow();
    }
}
