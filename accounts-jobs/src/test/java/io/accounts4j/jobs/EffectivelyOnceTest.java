package io.accounts4j.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that stores its effect and its completion together, on every database. */
@OnDatabases
class EffectivelyOnceTest extends JobEngineFixture {

    record Booking(String account) {}

    private static final Worker<Booking> BOOKINGS = Worker.of("test.booking", Booking.class);

    @BeforeEach
    void createTable() {
        database.execute("drop table if exists bookings");
        database.execute("create table bookings (account varchar(100) not null)");
    }

    /** Books and completes in one transaction, with a pause before its end. */
    private JobResult book(JobContext job, Booking booking, Runnable pause) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into bookings values (?)")) {
            connection.setAutoCommit(false);
            try {
                insert.setString(1, booking.account());
                insert.executeUpdate();
                pause.run();
                job.completeIn(connection);
                connection.commit();
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        return JobResult.complete();
    }

    private String bookings() {
        return database.value("select count(*) from bookings");
    }

    @Test
    void the_effect_and_the_completion_are_stored_together() {
        JobId id = database.queue().enqueue(BOOKINGS.job(new Booking("ann"))).id();
        start(quick().worker(BOOKINGS.perform((job, booking) -> book(job, booking, () -> {}))));
        awaitState(id, "completed");
        assertThat(bookings()).isEqualTo("1");
        assertThat(errors(id)).isEqualTo("[]");
    }

    @Test
    void what_is_thrown_before_the_commit_leaves_neither() {
        JobId id = database.queue().enqueue(BOOKINGS.job(new Booking("ann"))).id();
        start(quick().worker(BOOKINGS.perform((job, booking) -> book(job, booking, () -> {
            if (job.attempt() < 3) {
                throw new IllegalStateException("not yet");
            }
        }))));
        awaitState(id, "completed");
        assertThat(attempts(id)).isEqualTo("3");
        assertThat(bookings()).isEqualTo("1");
    }

    @Test
    void a_node_that_lost_its_job_stores_no_effect() throws InterruptedException {
        CountDownLatch firstIsIn = new CountDownLatch(1);
        CountDownLatch othersAreDone = new CountDownLatch(1);
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        JobId id = database.queue().enqueue(BOOKINGS.job(new Booking("ann"))).id();
        start(quick().name("paused").worker(BOOKINGS.perform((job, booking) -> {
            if (job.attempt() > 1) {
                return book(job, booking, () -> {});
            }
            firstIsIn.countDown();
            // As a process that is stopped and goes on later: it has not heard that it counts as dead.
            awaitStubbornly(othersAreDone);
            try {
                return book(job, booking, () -> {});
            } catch (LeaseLostException e) {
                refused.add(e.getMessage());
                throw e;
            }
        })));
        assertThat(firstIsIn.await(30, SECONDS)).isTrue();
        database.execute("delete from accounts_job_nodes");
        start(quick().name("other").worker(BOOKINGS.perform((job, booking) -> book(job, booking, () -> {}))));
        awaitState(id, "completed");
        assertThat(bookings()).isEqualTo("1");
        othersAreDone.countDown();
        await().atMost(SOON).untilAsserted(() -> assertThat(refused).hasSize(1));
        assertThat(bookings()).isEqualTo("1");
        assertThat(state(id)).isEqualTo("completed");
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                if (!latch.await(30, SECONDS)) {
                    throw new IllegalStateException("nobody let the job go on");
                }
            } catch (InterruptedException e) {
                // A stopped process would not have noticed either.
            }
        }
    }
}
