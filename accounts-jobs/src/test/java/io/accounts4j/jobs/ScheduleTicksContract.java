package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.cron.Crontab;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The ticks of schedules: what a job is told of its own, and what becomes of one ahead of the clock, on every database. */
abstract class ScheduleTicksContract extends JobEngineFixture {

    ScheduleTicksContract(TestDatabase kind) {
        super(kind);
    }

    private Crontab everyMinute() {
        Cron cron = Cron.of("test.minutely", "* * * * *", job(DEFAULT)).catchUp(CatchUp.ALL);
        return new Crontab(
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
        Crontab crontab = everyMinute();
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
    void scheduleAheadOfTheClockCountsFromNowOn() throws SQLException {
        Crontab crontab = everyMinute();
        crontab.look();
        database.execute("update accounts_job_crons set last_tick = last_tick + interval '365' day");
        crontab.look();
        halfAnHourPasses();
        crontab.look();

        assertThat(jobs()).isBetween(30L, 31L);
    }
}
