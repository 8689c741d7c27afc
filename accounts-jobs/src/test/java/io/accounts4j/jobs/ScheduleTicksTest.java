package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.schedule.Schedules;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The ticks of schedules: what a job is told of its own, and what becomes of one ahead of the clock, on every database. */
@OnDatabases
class ScheduleTicksTest extends JobEngineFixture {

    private Schedules everyMinute() {
        return crontab(Cron.of("test.minutely", "* * * * *", job(DEFAULT)).catchUp(CatchUp.ALL));
    }

    private Schedules crontab(Cron cron) {
        return new Schedules(
                new Database(database.dataSource(), Schema.ofConnection()),
                Map.of(cron.name(), cron.line(Optional.empty())),
                () -> {});
    }

    private void halfAnHourPasses() {
        database.execute("update accounts_job_crons set last_tick = last_tick - interval '30' minute");
    }

    private long jobs() {
        return Long.parseLong(database.value("select count(*) from accounts_jobs"));
    }

    @Test
    void jobHasTheTickOfItsScheduleInEveryAttempt() throws SQLException {
        Schedules crontab = everyMinute();
        crontab.look();
        halfAnHourPasses();
        crontab.look();
        Set<Instant> ticks = ConcurrentHashMap.newKeySet();
        Set<Instant> again = ConcurrentHashMap.newKeySet();
        start(quick(handler(run -> {
            (run.attempt() == 1 ? ticks : again).add(run.tick().orElseThrow());
            return run.attempt() == 1 ? JobResult.fail("once more") : JobResult.complete();
        })));

        await().atMost(SOON).until(() -> database.count("completed") == jobs());

        assertThat(ticks).hasSize((int) jobs()).allMatch(tick -> tick.getEpochSecond() % 60 == 0);
        assertThat(again).isEqualTo(ticks);
    }

    @Test
    void workerHasTheTickOfItsScheduleAndTheTimeAtWhichItsJobWasDue() throws SQLException {
        Worker<Report> reports = Worker.of("test.report", Report.class);
        Schedules crontab = crontab(Cron.of("test.minutely", "* * * * *", reports.job(new Report(1))));
        crontab.look();
        halfAnHourPasses();
        crontab.look();
        JobId late = database.queue().enqueue(reports.job(new Report(2))).id();
        database.execute("update accounts_jobs set run_at = run_at - interval '3' hour where id = " + late);
        Map<Long, JobContext> contexts = new ConcurrentHashMap<>();
        Instant due = dueTime(late);
        start(quick().worker(reports.perform((job, report) -> {
            contexts.put(report.number(), job);
            return JobResult.complete();
        })));

        awaitState(late, "completed");
        await().atMost(SOON).until(() -> contexts.size() == 2);

        assertThat(contexts.get(1L).tick().orElseThrow().getEpochSecond() % 60).isZero();
        assertThat(contexts.get(2L).tick()).isEmpty();
        assertThat(contexts.get(2L).due()).isEqualTo(due);
    }

    @Test
    void jobHasTheTimeAtWhichItWasDue() {
        JobId id = database.queue().enqueue(job(DEFAULT));
        database.execute("update accounts_jobs set run_at = run_at - interval '3' hour");
        Instant due = dueTime(id);
        List<Instant> seen = new CopyOnWriteArrayList<>();
        start(quick(handler(run -> {
            seen.add(run.due());
            return JobResult.complete();
        })));

        awaitState(id, "completed");

        assertThat(seen).containsExactly(due);
    }

    private record Report(long number) {}

    private Instant dueTime(JobId id) {
        return JdbcJobConsole.over(database.dataSource())
                .find(id)
                .orElseThrow()
                .summary()
                .times()
                .runAt();
    }

    @Test
    void scheduleAheadOfTheClockCountsFromNowOn() throws SQLException {
        Schedules crontab = everyMinute();
        crontab.look();
        database.execute("update accounts_job_crons set last_tick = last_tick + interval '365' day");
        crontab.look();
        halfAnHourPasses();
        crontab.look();

        assertThat(jobs()).isBetween(30L, 31L);
    }
}
