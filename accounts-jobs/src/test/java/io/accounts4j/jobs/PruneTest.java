package io.accounts4j.jobs;

import static io.accounts4j.job.JobState.CANCELLED;
import static io.accounts4j.job.JobState.COMPLETED;
import static io.accounts4j.job.JobState.DISCARDED;
import static io.accounts4j.job.JobState.EXECUTING;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.prune.Pruner;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Which finished jobs are removed, on every database. */
@OnDatabases
class PruneTest extends JobEngineFixture {

    private Pruner pruner(Retention retention, int batch) {
        return new Pruner(new Database(database.dataSource(), Schema.ofConnection()), retention.rules(), batch);
    }

    private long prune(Retention retention) throws SQLException {
        return pruner(retention, 2).prune();
    }

    /** A job that came to {@code state} so many hours ago. */
    private JobId ended(String queue, String state, int hours) {
        JobId id = database.queue().enqueue(job(JobOptions.queue(queue)));
        database.execute("update accounts_jobs set state = '" + state + "', finalized_at = run_at - interval '" + hours
                + "' hour where id = " + id);
        return id;
    }

    private boolean isThere(JobId id) {
        return database.value("select count(*) from accounts_jobs where id = ?", id.value())
                .equals("1");
    }

    @Test
    void rowThatCannotBeRemovedKeepsNoOther() throws SQLException {
        JobId referred = ended("default", "completed", 26);
        JobId other = ended("default", "completed", 25);
        database.execute("create table referring (id bigint not null, foreign key (id) references accounts_jobs (id))");
        try {
            database.execute("insert into referring values (" + referred + ")");

            assertThat(prune(Retention.standard())).isEqualTo(1);

            assertThat(isThere(referred)).isTrue();
            assertThat(isThere(other)).isFalse();
        } finally {
            database.execute("drop table referring");
        }
    }

    @Test
    void each_state_has_its_time() throws SQLException {
        JobId completed = ended("default", "completed", 25);
        JobId cancelled = ended("default", "cancelled", 25);
        JobId discarded = ended("default", "discarded", 31 * 24);
        JobId young = ended("default", "completed", 23);
        JobId failed = ended("default", "discarded", 29 * 24);
        JobId waiting = database.queue().enqueue(job(DEFAULT.scheduleIn(ofDays(1))));

        assertThat(prune(Retention.standard())).isEqualTo(3);

        assertThat(new JobId[] {completed, cancelled, discarded}).noneMatch(this::isThere);
        assertThat(new JobId[] {young, failed, waiting}).allMatch(this::isThere);
    }

    @Test
    void a_queue_may_have_its_own() throws SQLException {
        JobId audit = ended("audit", "completed", 25);
        JobId noise = ended("noise", "completed", 0);
        JobId other = ended("default", "completed", 25);
        JobId young = ended("default", "completed", 1);

        assertThat(prune(Retention.standard()
                        .keep("audit", COMPLETED, ofDays(90))
                        .keep("noise", COMPLETED, ZERO)))
                .isEqualTo(2);

        assertThat(new JobId[] {noise, other}).noneMatch(this::isThere);
        assertThat(new JobId[] {audit, young}).allMatch(this::isThere);
    }

    @Test
    void it_goes_on_until_none_is_left() throws SQLException {
        for (int i = 0; i < 7; i++) {
            ended("default", "completed", 25);
        }
        assertThat(prune(Retention.standard())).isEqualTo(7);
        assertThat(prune(Retention.forever())).isZero();
    }

    @Test
    void a_running_engine_prunes() {
        JobId old = ended("default", "completed", 25);
        start(quick(handler(run -> JobResult.complete())));
        await().atMost(SOON).until(() -> !isThere(old));
    }

    @Test
    void completed_jobs_that_are_kept_for_no_time_are_gone_as_they_complete() {
        CountDownLatch started = new CountDownLatch(1);
        JobId other = database.queue().enqueue(job(DEFAULT));
        start(quick(handler(run -> {
                    awaitUninterrupted(started);
                    return JobResult.complete();
                }))
                .queue("noise", 1)
                .retention(Retention.forever().keep("noise", COMPLETED, ZERO)));
        JobId noise = database.queue().enqueue(job(JobOptions.queue("noise")));
        started.countDown();

        await().atMost(SOON).until(() -> !isThere(noise));
        awaitState(other, "completed");
    }

    @Test
    void only_finished_jobs_have_a_time() {
        Retention standard = Retention.standard();
        assertThatThrownBy(() -> standard.keep(EXECUTING, ofHours(1))).hasMessageContaining("executing");
        assertThatThrownBy(() -> standard.keep(CANCELLED, ofHours(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.keep("", DISCARDED, ofHours(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
