package io.accounts4j.jobs.node;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobListener;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.testdatabases.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A database, nodes on it, and what a listener heard of them. */
abstract class NodeFixture {

    static final Duration SOON = ofSeconds(30);

    @Parameter
    TestDatabase kind;

    private final List<Node> nodes = new ArrayList<>();
    final List<JobEvent> heard = new CopyOnWriteArrayList<>();
    JobsDatabase database;

    @BeforeEach
    void create() {
        database = JobsDatabase.empty(kind);
    }

    @AfterEach
    void closeNodes() {
        nodes.forEach(Node::close);
    }

    static Handling handling(Handling.Body body) {
        return Handling.of(body).backoff(attempt -> Duration.ZERO);
    }

    static Handling handling(Duration timeout, Handling.Body body) {
        return handling(body).timeout(timeout);
    }

    /** A node that runs up to {@code limit} jobs of kind {@code test.job} at once. */
    Node start(int limit, Handling handling) {
        return start(limit, handling, heard::add);
    }

    Node start(int limit, Handling handling, JobListener listener) {
        return start(limit, handling, listener, ofMillis(50));
    }

    Node start(int limit, Handling handling, JobListener listener, Duration poll) {
        return start(limit, handling, listener, new Settings.Timing(poll, ofMillis(200), ofSeconds(30), ofSeconds(1)));
    }

    /** A node that looks for what it holds without knowing at no time while a test lasts. */
    Node startWithoutBeat(int limit, Handling handling) {
        return start(
                limit, handling, heard::add, new Settings.Timing(ofMillis(50), ofHours(1), ofHours(3), ofSeconds(1)));
    }

    private Node start(int limit, Handling handling, JobListener listener, Settings.Timing timing) {
        Settings settings =
                new Settings(Map.of("default", limit), Map.of("test.job", handling), Set.of(), listener, timing);
        Node node = new Node(new Database(database.dataSource(), Schema.ofConnection()), "test", settings);
        nodes.add(node);
        node.start(Map.of());
        return node;
    }

    JobId enqueue(String name, int maxAttempts) {
        return database.queue()
                .enqueue(NewJob.of(
                        "test.job",
                        Map.of("name", name),
                        JobOptions.queue("default").maxAttempts(maxAttempts)));
    }

    JobId enqueue(String name) {
        return enqueue(name, 20);
    }

    void awaitState(JobId id, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
    }

    String state(JobId id) {
        return database.value("select state from accounts_jobs where id = ?", id.value());
    }

    String errors(JobId id) {
        return database.value("select errors from accounts_jobs where id = ?", id.value());
    }

    /** Waits and ignores interrupts, as a handler should not. */
    static void awaitStubbornly(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                latch.await();
                open = true;
            } catch (InterruptedException e) {
                // That is the point.
            }
        }
    }
}
