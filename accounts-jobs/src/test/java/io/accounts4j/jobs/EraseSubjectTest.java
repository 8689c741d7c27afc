package io.accounts4j.jobs;

import static java.time.Duration.ofDays;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasing what jobs hold about somebody, on every database. */
@OnDatabases
class EraseSubjectTest extends JobEngineFixture {

    record Letter(String user, String text) {}

    private static final Worker<Letter> LETTERS = Worker.of("test.letter", Letter.class)
            .subject(Letter::user)
            .unique(Unique.byArguments())
            .tags("letters");

    private JobId enqueue(Job job) {
        return database.queue().enqueue(job).id();
    }

    private String left(JobId id) {
        return database.value(
                "select concat(coalesce(cast(args as varchar(999)), '-'), coalesce(subject, '-'), coalesce(tags, ''), cast(errors as varchar(999)))"
                                .replace("varchar", database.isMariaDb() ? "char" : "varchar")
                        + " from accounts_jobs where id = ?",
                id.value());
    }

    @Test
    void what_waits_is_cancelled_and_what_is_over_is_wiped() {
        JobId over = enqueue(LETTERS.job(new Letter("ann", "over")).maxAttempts(1));
        JobEngine engine = start(
                quick().worker(LETTERS.perform((job, letter) -> JobResult.fail("no letters to " + letter.user()))));
        awaitState(over, "discarded");
        engine.close();
        JobId waiting = enqueue(LETTERS.job(new Letter("ann", "waiting")));
        JobId later = enqueue(LETTERS.job(new Letter("ann", "later")).scheduleIn(ofDays(1)));
        JobId bobs = enqueue(LETTERS.job(new Letter("bob", "his own")));
        assertThat(database.queue().erase("ann")).isEqualTo(3);
        assertThat(left(over)).isEqualTo("--[]");
        assertThat(left(waiting)).isEqualTo("--[]");
        assertThat(left(later)).isEqualTo("--[]");
        assertThat(state(over)).isEqualTo("discarded");
        assertThat(state(waiting)).isEqualTo("cancelled");
        assertThat(state(later)).isEqualTo("cancelled");
        assertThat(state(bobs)).isEqualTo("available");
        assertThat(left(bobs)).contains("his own", "bob", "letters");
        assertThat(database.queue().erase("ann")).isZero();
        assertThat(JdbcJobConsole.over(database.dataSource()).retry(waiting)).isFalse();
        assertThat(database.queue()
                        .enqueue(LETTERS.job(new Letter("ann", "waiting")))
                        .isNew())
                .as("no key is left either")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_runs_is_wiped_when_it_ends(boolean succeeds) throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch erased = new CountDownLatch(1);
        JobId id = enqueue(LETTERS.job(new Letter("ann", "running")));
        start(quick().worker(LETTERS.perform((job, letter) -> {
            runs.countDown();
            awaitUninterrupted(erased);
            return succeeds ? JobResult.complete() : JobResult.fail("no letters to " + letter.user());
        })));
        assertThat(runs.await(30, SECONDS)).isTrue();
        assertThat(database.queue().erase("ann")).isEqualTo(1);
        assertThat(state(id)).as("it is not stopped").isEqualTo("executing");
        erased.countDown();
        awaitState(id, succeeds ? "completed" : "cancelled");
        assertThat(left(id)).isEqualTo("--[]");
    }

    @Test
    void it_is_part_of_the_callers_transaction() throws SQLException {
        JobId id = enqueue(LETTERS.job(new Letter("ann", "waiting")));
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(JdbcJobQueue.on(CurrentConnection.of(connection)).erase("ann"))
                    .isEqualTo(1);
            connection.rollback();
        }
        assertThat(state(id)).isEqualTo("available");
        assertThat(left(id)).contains("waiting", "ann");
        start(quick().worker(LETTERS.perform((job, letter) -> JobResult.complete())));
        await().atMost(SOON).untilAsserted(() -> assertThat(state(id)).isEqualTo("completed"));
    }

    @Test
    void a_subject_that_cannot_be_stored_is_refused_unquoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LETTERS.job(new Letter("canary\n", "")))
                .withMessageNotContaining("canary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LETTERS.job(new Letter("c".repeat(65), "")))
                .withMessageContaining("64");
    }
}
