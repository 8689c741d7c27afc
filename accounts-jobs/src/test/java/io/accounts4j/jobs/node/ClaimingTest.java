package io.accounts4j.jobs.node;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.NewJob;
import io.accounts4j.testdatabases.OnDatabases;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a node claims and how much, on every database. */
@OnDatabases
class ClaimingTest extends NodeFixture {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Handling mostlyQuick = handling((job, hold) -> {
        if (String.valueOf(job.arguments().json()).contains("slow")) {
            awaitStubbornly(end);
        }
        return JobResult.complete();
    });

    @Test
    void a_node_sleeps_until_the_next_job_is_due_and_no_longer() {
        JobId first = enqueue("first");
        Node node = start(5, mostlyQuick, heard::add, ofHours(1));
        await().atMost(SOON).until(() -> {
            node.wake();
            return state(first).equals("completed");
        });
        JobId later = database.queue()
                .enqueue(NewJob.of(
                        "test.job", Map.of(), JobOptions.queue("default").scheduleIn(ofSeconds(1))));
        node.wake();
        awaitState(later, "completed");
    }

    @Test
    void what_was_claimed_ahead_and_has_to_wait_goes_back_at_no_cost() {
        start(1, mostlyQuick);
        List<JobId> quick = enqueueAll("quick", 10);
        quick.forEach(id -> awaitState(id, "completed"));
        enqueue("slow");
        List<JobId> behind = enqueueAll("behind", 3);
        await().atMost(SOON)
                .until(() -> !database.value(
                                "select count(*) from accounts_jobs where state = 'available' and lease > 0")
                        .equals("0"));
        await().atMost(SOON).until(() -> database.count("executing") == 1);
        assertThat(behind)
                .allMatch(id -> database.value("select attempt from accounts_jobs where id = ?", id.value())
                        .equals("0"));
        start(1, mostlyQuick);
        behind.forEach(id -> awaitState(id, "completed"));
        end.countDown();
    }

    private List<JobId> enqueueAll(String name, int count) {
        return Stream.generate(() -> enqueue(name)).limit(count).toList();
    }
}
