package io.accounts4j.jobs.node;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job that is completed in its handler's own transaction, on every database. */
@OnDatabases
class CompleteInTest extends NodeFixture {

    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void createLedger() {
        database.execute("drop table if exists ledger");
        database.execute("create table ledger (entry bigint)");
    }

    @Test
    void the_work_and_its_completion_are_one() {
        JobId id = enqueue("once");
        start(5, handling((job, hold) -> {
            calls.incrementAndGet();
            assertThat(book(job.id(), hold, true)).isTrue();
            throw new IllegalStateException("after the commit");
        }));
        awaitState(id, "completed");
        JobId next = enqueue("next");
        awaitState(next, "completed");
        assertThat(calls).hasValue(2);
        assertThat(ledger()).isEqualTo("2");
        assertThat(errors(id)).isEqualTo("[]");
    }

    @Test
    void a_transaction_that_is_rolled_back_completes_nothing() {
        JobId id = enqueue("twice");
        start(5, handling((job, hold) -> {
            boolean commits = calls.incrementAndGet() > 1;
            assertThat(book(job.id(), hold, commits)).isTrue();
            return commits ? JobResult.complete() : JobResult.fail("rolled back");
        }));
        awaitState(id, "completed");
        assertThat(calls).hasValue(2);
        assertThat(ledger()).isEqualTo("1");
        assertThat(errors(id)).contains("rolled back");
    }

    @Test
    void a_lost_claim_completes_nothing() {
        CompletableFuture<Boolean> booked = new CompletableFuture<>();
        JobId id = enqueue("lost");
        startWithoutBeat(1, handling((job, hold) -> {
            if (calls.incrementAndGet() == 1) {
                database.execute("update accounts_jobs set lease = lease + 1 where id = " + job.id());
                booked.complete(book(job.id(), hold, true));
            }
            return JobResult.complete();
        }));
        assertThat(booked).succeedsWithin(SOON).isEqualTo(false);
        // Outcomes are written in their order: when the second is, so would be that of the first.
        awaitState(enqueue("next"), "completed");
        assertThat(ledger()).isEqualTo("0");
        assertThat(state(id)).isEqualTo("executing");
        assertThat(calls).hasValue(2);
    }

    @Test
    void what_a_handler_is_about_to_complete_holds_up_nobody() {
        CompletableFuture<Claim> booked = new CompletableFuture<>();
        CountDownLatch commit = new CountDownLatch(1);
        JobId slow = enqueue("slow");
        start(5, handling(ofMillis(300), (job, hold) -> {
            if (String.valueOf(job.arguments().json()).contains("slow")) {
                return inTransaction(true, connection -> {
                    assertThat(hold.completeIn(connection)).isTrue();
                    booked.complete(hold);
                    awaitStubbornly(commit);
                    return JobResult.complete();
                });
            }
            return JobResult.complete();
        }));
        try {
            assertThat(booked).succeedsWithin(SOON);
            // It has taken too long, so that its node would write an outcome if it could.
            await().atMost(SOON).until(() -> !booked.join().isWanted());
            awaitState(enqueue("other"), "completed");
        } finally {
            commit.countDown();
        }
        awaitState(slow, "completed");
    }

    private boolean book(long id, Claim hold, boolean commits) throws Exception {
        return inTransaction(commits, connection -> {
            boolean ours = hold.completeIn(connection);
            if (ours) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("insert into ledger values (" + id + ")");
                }
            }
            return ours;
        });
    }

    private <T> T inTransaction(boolean commits, Work<T> work) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            T result = work.run(connection);
            if (commits) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return result;
        }
    }

    private String ledger() {
        return database.value("select count(*) from ledger");
    }

    private interface Work<T> {
        T run(Connection connection) throws Exception;
    }
}
