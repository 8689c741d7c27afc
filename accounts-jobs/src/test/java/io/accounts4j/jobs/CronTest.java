package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.schedule.Schedules;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Jobs by the clock, on every database: one per tick, whoever is there to store it. */
@OnDatabases
class CronTest extends JobEngineFixture {

    private static final int NODES = 8;

    private static Cron everyMinute(CatchUp catchUp) {
        return Cron.of("test.minutely", "* * * * *", job(DEFAULT)).catchUp(catchUp);
    }

    private Schedules crontab(Cron cron, Runnable stored) {
        return new Schedules(
                new Database(database.dataSource(), Schema.ofConnection()),
                Map.of(cron.name(), cron.line(Optional.empty())),
                stored);
    }

    private Schedules crontab(Cron cron) {
        return crontab(cron, () -> {});
    }

    /** As if no node had been there for half an hour. */
    private void halfAnHourPasses() {
        database.execute("update accounts_job_crons set last_tick = last_tick - interval '30' minute");
    }

    private long jobs() {
        return Long.parseLong(database.value("select count(*) from accounts_jobs"));
    }

    @Test
    void a_new_schedule_counts_from_now_on() throws SQLException {
        AtomicInteger told = new AtomicInteger();
        Schedules crontab = crontab(everyMinute(CatchUp.ALL), told::incrementAndGet);
        crontab.look();
        assertThat(jobs()).isZero();
        assertThat(told).hasValue(0);

        halfAnHourPasses();
        crontab.look();
        assertThat(jobs()).isBetween(30L, 31L);
        assertThat(told).hasValue(1);
        long stored = jobs();
        halfAnHourPasses();
        database.execute("update accounts_job_crons set last_tick = last_tick + interval '30' minute");
        crontab.look();
        assertThat(jobs()).as("again").isBetween(stored, stored + 1);
    }

    @Test
    void a_job_is_due_at_its_tick() throws SQLException {
        Schedules crontab = crontab(everyMinute(CatchUp.ALL));
        crontab.look();
        halfAnHourPasses();
        crontab.look();

        assertThat(database.value("select count(distinct run_at) from accounts_jobs"))
                .isEqualTo(Long.toString(jobs()));
        assertThat(database.value("select count(*) from accounts_jobs where extract(second from run_at) = 0"))
                .isEqualTo(Long.toString(jobs()));
    }

    @Test
    void missed_ticks_are_skipped_or_the_last_one_stands_for_all() throws SQLException {
        // No tick is due while this test lasts.
        int hour = OffsetDateTime.now(ZoneOffset.UTC).plusHours(12).getHour();
        String daily = "0 " + hour + " * * *";
        Cron skipping =
                Cron.of("test.skipping", daily, job("skipping", DEFAULT)).catchUp(CatchUp.NONE);
        Cron standing = Cron.of("test.standing", daily, job("standing", DEFAULT));
        for (Cron cron : List.of(skipping, standing)) {
            crontab(cron).look();
        }
        database.execute("update accounts_job_crons set last_tick = last_tick - interval '72' hour");
        for (Cron cron : List.of(skipping, standing)) {
            crontab(cron).look();
        }

        assertThat(jobs()).isEqualTo(1);
        assertThat(database.value("select args from accounts_jobs")).contains("standing");
    }

    @Test
    void of_many_nodes_one_stores_the_job_of_a_tick() throws Exception {
        List<Schedules> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(crontab(everyMinute(CatchUp.ALL)));
        }
        together(nodes);
        assertThat(database.value("select count(*) from accounts_job_crons")).isEqualTo("1");

        for (int round = 0; round < 20; round++) {
            database.execute("delete from accounts_jobs");
            halfAnHourPasses();
            together(nodes);
            assertThat(jobs()).isBetween(30L, 32L);
            assertThat(database.value("select count(distinct run_at) from accounts_jobs"))
                    .isEqualTo(Long.toString(jobs()));
        }
    }

    private static void together(List<Schedules> nodes) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            CyclicBarrier start = new CyclicBarrier(nodes.size());
            List<Callable<Object>> looks = new ArrayList<>();
            for (Schedules node : nodes) {
                looks.add(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return node.look();
                });
            }
            for (Future<Object> look : threads.invokeAll(looks)) {
                look.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_tick_whose_job_could_not_be_stored_is_still_due() throws SQLException {
        Schedules working = crontab(everyMinute(CatchUp.ALL));
        working.look();
        Schedules.Line line = everyMinute(CatchUp.ALL).line(Optional.empty());
        Schedules broken = new Schedules(
                new Database(database.dataSource(), Schema.ofConnection()),
                Map.of("test.minutely", new Schedules.Line(line.schedule(), tick -> {
                    throw new IllegalStateException("no job today");
                })),
                () -> {});
        halfAnHourPasses();

        assertThatThrownBy(broken::look).hasMessage("no job today");
        assertThat(jobs()).isZero();
        working.look();
        assertThat(jobs()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void a_changed_schedule_counts_from_now_on() throws SQLException {
        crontab(Cron.of("test.minutely", "0 4 1 1 *", job(DEFAULT))).look();
        database.execute("update accounts_job_crons set last_tick = last_tick - interval '72' hour");

        Schedules changed = crontab(everyMinute(CatchUp.ALL));
        changed.look();
        changed.look();

        assertThat(jobs()).isBetween(0L, 2L);
        assertThat(database.value("select definition from accounts_job_crons")).isEqualTo("* * * * * Z");
        halfAnHourPasses();
        changed.look();
        assertThat(jobs()).as("afterwards as any other").isGreaterThanOrEqualTo(30);
    }

    @Test
    void two_nodes_of_different_versions_do_not_take_ticks_from_each_other() throws SQLException {
        Schedules older = crontab(Cron.of("test.minutely", "*/2 * * * *", job(DEFAULT)));
        older.look();
        older.look();
        Schedules newer = crontab(everyMinute(CatchUp.ALL));
        newer.look();
        newer.look();
        older.look();
        halfAnHourPasses();
        older.look();

        assertThat(jobs()).as("the older one goes on").isPositive();
        assertThat(database.value("select definition from accounts_job_crons")).isEqualTo("* * * * * Z");
    }

    @Test
    void an_engine_runs_the_job_of_a_tick() throws SQLException {
        crontab(everyMinute(CatchUp.ONE)).look();
        halfAnHourPasses();
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            start(quick(handler(run -> {
                        runs.incrementAndGet();
                        return JobResult.complete();
                    }))
                    .cron(everyMinute(CatchUp.ONE)));
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(runs).hasPositiveValue());
        assertThat(runs).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void what_could_not_be_told_apart_or_read_is_refused() {
        Cron cron = everyMinute(CatchUp.ONE).zone(ZoneId.of("Europe/Berlin"));
        JobEngineBuilder builder = JobEngine.builder(database.dataSource()).cron(cron);
        assertThatThrownBy(() -> builder.cron(everyMinute(CatchUp.ALL))).hasMessageContaining("test.minutely");
        assertThatThrownBy(() -> Cron.of(" ", "* * * * *", job(DEFAULT))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cron.of("test", "61 * * * *", job(DEFAULT))).hasMessageContaining("minute");
    }
}
