package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Encrypted arguments on every database. */
@OnDatabases
class EncryptedJobsTest extends JobEngineFixture {

    private static final String CANARY = "canary-in-clear";

    record Diagnosis(String text) {}

    private static final Worker<Diagnosis> DIAGNOSES =
            Worker.of("test.diagnosis", Diagnosis.class).encrypted();

    private static final JobCipher OLD = JobCipher.of("old", key(1));
    private static final JobCipher ROTATED = JobCipher.of("new", key(2)).alsoReading("old", key(1));
    private final Queue<String> performed = new ConcurrentLinkedQueue<>();

    private static SecretKey key(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return new SecretKeySpec(bytes, "AES");
    }

    private JobId enqueue(JobCipher cipher, String text) {
        return database.queue()
                .cipher(cipher)
                .enqueue(DIAGNOSES.job(new Diagnosis(text)))
                .id();
    }

    private Worker<Diagnosis> recording() {
        return DIAGNOSES.perform((job, diagnosis) -> {
            performed.add(diagnosis.text());
            return JobResult.complete();
        });
    }

    private String column(String name, JobId id) {
        return database.value("select " + name + " from accounts_jobs where id = ?", id.value());
    }

    @Test
    void runsTheEncryptedArgumentsThatReplacedOthers() {
        JdbcJobQueue jobs = database.queue().cipher(OLD);
        Worker<Diagnosis> last = DIAGNOSES.unique(Unique.byKind().replacing(Replaced.ARGUMENTS));
        JobId id = jobs.enqueue(last.job(new Diagnosis("first"))).id();
        assertThat(jobs.enqueue(last.job(new Diagnosis("last")))).isEqualTo(new Enqueued(id, false, true));
        start(quick().cipher(OLD).worker(recording()));
        awaitState(id, "completed");
        assertThat(performed).containsExactly("last");
    }

    @Test
    void arguments_are_in_the_row_encrypted_and_gone_when_the_job_is_completed() {
        JobId id = enqueue(OLD, CANARY);
        JobId again = enqueue(OLD, CANARY);
        assertThat(column("args", id)).isNull();
        assertThat(column("args_key_id", id)).isEqualTo("old");
        assertThat(database.bytes("select args_enc from accounts_jobs where id = ?", id.value()))
                .asString(java.nio.charset.StandardCharsets.ISO_8859_1)
                .isNotEmpty()
                .doesNotContain(CANARY);
        assertThat(column("args_enc", id)).as("a nonce each").isNotEqualTo(column("args_enc", again));
        start(quick().worker(recording()).cipher(OLD));
        awaitState(id, "completed");
        awaitState(again, "completed");
        assertThat(performed).containsExactly(CANARY, CANARY);
        assertThat(column("args_enc", id)).isNull();
        assertThat(JdbcJobConsole.over(database.dataSource()).retry(id))
                .as("nothing is left to try again with")
                .isFalse();
    }

    @Test
    void a_rotated_key_reads_what_the_old_one_wrote_and_writes_with_the_new_one() {
        JobId before = enqueue(OLD, "before");
        JobId after = enqueue(ROTATED, "after");
        assertThat(column("args_key_id", after)).isEqualTo("new");
        start(quick().worker(recording()).cipher(ROTATED));
        awaitState(before, "completed");
        awaitState(after, "completed");
        assertThat(performed).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void a_node_without_the_key_leaves_the_job_to_one_that_has_it() {
        JobId id = enqueue(ROTATED, "after");
        JobEngine without = start(quick().worker(recording()).cipher(OLD));
        awaitState(id, "scheduled");
        assertThat(attempts(id)).isEqualTo("0");
        without.close();
        database.execute("update accounts_jobs set run_at = inserted_at");
        start(quick().worker(recording()).cipher(ROTATED));
        awaitState(id, "completed");
    }

    @Test
    void a_row_does_not_pass_for_another_kinds_nor_with_a_bit_changed() {
        JobId id = enqueue(OLD, CANARY);
        database.execute("update accounts_jobs set kind = 'test.other', max_attempts = 1");
        Worker<Diagnosis> other = Worker.of("test.other", Diagnosis.class).perform((job, diagnosis) -> {
            performed.add(diagnosis.text());
            return JobResult.complete();
        });
        start(quick().worker(other).cipher(OLD));
        awaitState(id, "discarded");
        assertThat(performed).isEmpty();
        assertThat(errors(id)).contains("test.other").doesNotContain(CANARY);
    }

    private JobId enqueueInClear(String text) {
        return database.queue()
                .enqueue(Worker.of("test.diagnosis", Diagnosis.class)
                        .job(new Diagnosis(text))
                        .maxAttempts(1))
                .id();
    }

    @Test
    void withholdsArgumentsInClearOfAnEncryptedWorker() {
        JobCipher cipher = JobCipher.of("old", key(1));
        JobId id = enqueueInClear("forged");
        JobId genuine = enqueue(cipher, "genuine");
        start(quick().worker(recording()).cipher(cipher));
        awaitState(genuine, "completed");
        awaitState(id, "scheduled");
        assertThat(performed).containsExactly("genuine");
        assertThat(attempts(id)).isEqualTo("0");
        assertThat(cipher.withheld()).isPositive();
    }

    @Test
    void runsArgumentsInClearUntilTheEndOfANamedMigration() {
        JobCipher cipher = JobCipher.of("old", key(1));
        JobId before = enqueueInClear("from before");
        JobEngine late = start(quick().worker(recording())
                .cipher(cipher.acceptingPlain("too late", Instant.now().minusSeconds(1))));
        awaitState(before, "scheduled");
        late.close();
        assertThat(performed).isEmpty();
        database.execute("update accounts_jobs set run_at = inserted_at");
        start(quick().worker(recording()).cipher(cipher.acceptingPlain("encrypt diagnoses", Instant.MAX)));
        awaitState(before, "completed");
        assertThat(performed).containsExactly("from before");
    }

    @Test
    void doesNotRunArgumentsThatWereCopiedFromAnotherRow() {
        JobId from = enqueue(OLD, CANARY);
        JobId to = enqueue(OLD, "own");
        database.execute("update accounts_jobs set max_attempts = 1, args_enc = (select copied.args_enc from"
                + " (select args_enc from accounts_jobs where id = " + from.value() + ") copied) where id = "
                + to.value());
        assertThatThrownBy(() -> database.execute("update accounts_jobs set args_id = (select copied.args_id from"
                        + " (select args_id from accounts_jobs where id = " + from.value() + ") copied) where id = "
                        + to.value()))
                .as("no two rows have one id")
                .isInstanceOf(IllegalStateException.class);
        start(quick().worker(recording()).cipher(OLD));
        awaitState(to, "discarded");
        awaitState(from, "completed");
        assertThat(performed).containsExactly(CANARY);
    }

    @Test
    void uniqueJobsAreFoundAgainAfterARotation() {
        Job job = DIAGNOSES.job(new Diagnosis(CANARY)).unique(Unique.byArguments());
        Enqueued first = database.queue().cipher(OLD.uniqueKeysWith(key(3))).enqueue(job);
        JdbcJobQueue rotated = database.queue().cipher(ROTATED.uniqueKeysWith(key(3)));
        assertThat(rotated.enqueue(job)).isEqualTo(new Enqueued(first.id(), false));
    }

    @Test
    void nothing_is_in_clear_in_errors_or_logs() {
        ListAppender<ILoggingEvent> logs = new ListAppender<>();
        logs.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.accounts4j.jobs");
        logger.addAppender(logs);
        logger.setLevel(Level.TRACE);
        try {
            JobId id = enqueue(OLD, CANARY);
            start(quick().cipher(OLD).worker(DIAGNOSES.perform((job, diagnosis) -> {
                throw new IllegalStateException(diagnosis.text(), new RuntimeException(diagnosis.text()));
            })));
            await().atMost(SOON).untilAsserted(() -> assertThat(errors(id)).contains("IllegalStateException"));
            assertThat(errors(id)).doesNotContain(CANARY);
            assertThat(List.copyOf(logs.list).stream().map(EncryptedJobsTest::text))
                    .anySatisfy(text -> assertThat(text).contains("IllegalStateException", "EncryptedJobsTest"))
                    .noneSatisfy(text -> assertThat(text).contains(CANARY));
        } finally {
            logger.setLevel(Level.OFF);
            logger.detachAppender(logs);
        }
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    @Test
    void a_unique_key_does_not_tell_what_it_was_made_of() {
        Job job = DIAGNOSES.job(new Diagnosis(CANARY)).unique(Unique.byArguments());
        Enqueued first = database.queue().cipher(OLD).enqueue(job);
        assertThat(database.queue().cipher(OLD).enqueue(job)).isEqualTo(new Enqueued(first.id(), false));
        byte[] guess = Unique.byArguments()
                .rule()
                .key(job.kind(), "default", job.arguments())
                .hash();
        assertThat(database.bytes(
                        "select uniq_key from accounts_jobs where id = ?",
                        first.id().value()))
                .hasSize(32)
                .isNotEqualTo(guess);
    }

    @Test
    void a_missing_cipher_is_noticed_at_once() {
        assertThatIllegalStateException()
                .isThrownBy(() -> database.queue().enqueue(DIAGNOSES.job(new Diagnosis(CANARY))))
                .withMessageContaining("cipher")
                .withMessageNotContaining(CANARY);
        assertThatIllegalStateException()
                .isThrownBy(() -> quick().worker(recording()).start())
                .withMessageContaining("cipher");
        assertThat(OLD.toString()).contains("old").doesNotContain("[");
    }
}
