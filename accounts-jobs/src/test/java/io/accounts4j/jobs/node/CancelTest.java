package io.accounts4j.jobs.node;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.JdbcJobConsole;
import io.accounts4j.testdatabases.OnDatabases;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A job that is cancelled while it runs, by anybody who reaches its row, on every database. */
@OnDatabases
class CancelTest extends NodeFixture {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final Handling endless = handling((job, hold) -> {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return JobResult.complete();
    });

    @Test
    void its_node_interrupts_it_at_its_next_look() throws Exception {
        JobId id = enqueue("endless");
        start(5, endless);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(JdbcJobConsole.over(database.dataSource()).cancel(id)).isTrue();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        awaitState(id, "cancelled");
        await().atMost(SOON).until(() -> heard.size() == 2);
        assertThat(heard.get(1))
                .isInstanceOfSatisfying(
                        JobEvent.Stopped.class,
                        stopped -> assertThat(stopped.outcome()).isEqualTo(JobEvent.Outcome.CANCELLED));
    }

    @Test
    void its_node_interrupts_it_when_told() throws Exception {
        JobId id = enqueue("endless");
        Node node = start(5, endless, heard::add, ofHours(1));
        await().atMost(SOON).until(() -> {
            node.wake();
            return begun.getCount() == 0;
        });
        assertThat(JdbcJobConsole.over(database.dataSource()).cancel(id)).isTrue();
        node.jobsChanged("");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        awaitState(id, "cancelled");
    }

    @Test
    void what_fails_after_it_was_cancelled_is_not_tried_again() {
        AtomicInteger calls = new AtomicInteger();
        JobId id = enqueue("failing");
        Node node = start(
                5,
                handling((job, hold) -> {
                    calls.incrementAndGet();
                    var unused = JdbcJobConsole.over(database.dataSource()).cancel(id);
                    return JobResult.fail("late");
                }),
                heard::add,
                ofHours(1));
        await().atMost(SOON).until(() -> {
            node.wake();
            return state(id).equals("cancelled");
        });
        assertThat(calls).hasValue(1);
        assertThat(errors(id)).contains("late");
    }
}
