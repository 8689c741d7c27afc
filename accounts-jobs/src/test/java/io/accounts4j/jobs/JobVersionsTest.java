package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Releases that follow one another, on every database: three of the same kind of job. */
@OnDatabases
class JobVersionsTest extends JobEngineFixture {

    record First(String name) {}

    record Second(String name, int copies) {}

    record Third(String to, int copies, List<String> tags) {}

    private static final Worker<First> FIRST = Worker.of("test.letter", First.class);

    private static final Worker<Second> SECOND = Worker.of("test.letter", Second.class)
            .version(2)
            .upcaster(1, json -> {
                json.put("copies", 1);
                return json;
            });

    private static final Worker<Third> THIRD = Worker.of("test.letter", Third.class)
            .version(3)
            .upcaster(1, json -> {
                json.put("copies", 1);
                return json;
            })
            .upcaster(2, json -> {
                json.put("to", json.remove("name"));
                json.put("tags", List.of("old"));
                return json;
            });

    private final Queue<Object> performed = new ConcurrentLinkedQueue<>();

    private <A> Worker<A> recording(Worker<A> worker) {
        return worker.perform((job, letter) -> {
            performed.add(letter);
            return JobResult.complete();
        });
    }

    @Test
    void a_newer_node_reads_older_jobs() {
        JobId first = database.queue().enqueue(FIRST.job(new First("Ann"))).id();
        JobId second =
                database.queue().enqueue(SECOND.job(new Second("Bob", 7))).id();
        start(quick().worker(recording(THIRD)));
        awaitState(first, "completed");
        awaitState(second, "completed");
        assertThat(performed)
                .containsExactlyInAnyOrder(new Third("Ann", 1, List.of("old")), new Third("Bob", 7, List.of("old")));
    }

    @Test
    void an_older_node_leaves_newer_jobs_to_one_that_knows_them() {
        JobId id = database.queue()
                .enqueue(THIRD.maxAttempts(1).job(new Third("Cid", 1, List.of())))
                .id();
        JobEngine old = start(quick().worker(recording(SECOND)));
        awaitState(id, "scheduled");
        assertThat(attempts(id)).isEqualTo("0");
        assertThat(errors(id)).isEqualTo("[]");
        old.close();
        database.execute("update accounts_jobs set run_at = inserted_at");
        start(quick().worker(recording(THIRD)));
        awaitState(id, "completed");
        assertThat(performed).containsExactly(new Third("Cid", 1, List.of()));
    }

    @Test
    void a_gap_between_versions_is_a_failure_that_says_what_is_missing() {
        JobId id = database.queue().enqueue(FIRST.job(new First("hush"))).id();
        Worker<Third> gap = Worker.of("test.letter", Third.class).version(3).upcaster(2, json -> json);
        start(quick().worker(recording(gap)));
        await().atMost(SOON).untilAsserted(() -> assertThat(errors(id)).contains("upcaster(1"));
        assertThat(errors(id)).doesNotContain("hush");
    }

    @Test
    void what_an_upcaster_throws_is_not_quoted() {
        JobId id = database.queue().enqueue(FIRST.job(new First("hush"))).id();
        Worker<Second> broken = Worker.of("test.letter", Second.class)
                .version(2)
                .upcaster(1, json -> {
                    throw new IllegalStateException("cannot read " + json);
                });
        start(quick().worker(recording(broken)));
        await().atMost(SOON).untilAsserted(() -> assertThat(errors(id)).contains("IllegalStateException"));
        assertThat(errors(id)).contains("version 1").doesNotContain("hush");
    }
}
