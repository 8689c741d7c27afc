package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.eventbus.PostgresEventBus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Worker processes on one database, and a client. */
final class Cluster implements AutoCloseable {

    private final FaultDatabase database;
    private final Path directory;
    private final Transitions transitions;
    private final PostgresEventBus bus;
    private final List<WorkerNode> nodes = new ArrayList<>();

    Cluster(FaultDatabase database, Path directory) {
        this.database = database;
        this.directory = directory;
        this.transitions = Transitions.of(database);
        this.bus = PostgresEventBus.over(database.dataSource());
    }

    FaultDatabase database() {
        return database;
    }

    PostgresEventBus bus() {
        return bus;
    }

    /** A client whose jobs take up to {@code longest} milliseconds. */
    Client client(int longest) {
        return new Client(database, bus, longest);
    }

    WorkerNode start(NodeSettings settings) {
        WorkerNode node = WorkerNode.start("node-" + nodes.size(), database, directory, settings);
        nodes.add(node);
        return node;
    }

    /** So many, and returns when they work. */
    List<WorkerNode> start(int count, NodeSettings settings) throws InterruptedException {
        List<WorkerNode> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            started.add(start(settings));
        }
        for (WorkerNode node : started) {
            var unused = node.awaitReady();
        }
        return started;
    }

    /** Everything that ran so far, on any node that ever was. */
    List<Run> runs() {
        return nodes.stream().flatMap(node -> node.runs().stream()).toList();
    }

    /** How often a job was taken from a dead node, which may have run it. */
    int rescues() {
        return transitions.rescues();
    }

    /** See {@link Transitions#history}. */
    List<String> history(String key) {
        return transitions.history(key);
    }

    /** Waits until no job has anything to come, and looks at what happened on the way. */
    Accounting awaitEnd(Client client) {
        client.close();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> database.unfinished() == 0);
        assertThat(database.states()).as("seed %d", Rounds.SEED).containsOnlyKeys("completed");
        assertThat(transitions.violations()).as("seed %d", Rounds.SEED).isEmpty();
        return new Accounting(client, runs()).complete();
    }

    @Override
    public void close() {
        nodes.forEach(WorkerNode::close);
        bus.close();
        database.close();
    }
}
