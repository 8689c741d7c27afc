package io.accounts4j.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.schedule.Schedules;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.supervision.RestartBackoff;
import io.accounts4j.supervision.SupervisedLoop;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schedules beside one whose row is locked by somebody else, or whose job cannot be stored, on every database. */
@OnDatabases
class SchedulesApartTest extends JobEngineFixture {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final List<String> OTHERS = List.of("b", "c", "d", "e", "f", "g", "h");

    @Test
    @Timeout(value = 60, unit = SECONDS)
    void lockedScheduleHoldsUpNoOther() throws SQLException {
        Schedules crontab = begun("0 0 1 1 *");
        passYear();
        try (Connection somebody = database.dataSource().getConnection()) {
            lock(somebody, "a");
            crontab.look();
            assertThat(OTHERS).allSatisfy(name -> assertThat(jobs(name)).isEqualTo(1));
            assertThat(jobs("a")).isZero();
            somebody.rollback();
        }
        crontab.look();
        assertThat(NAMES).allSatisfy(name -> assertThat(jobs(name)).isEqualTo(1));
    }

    @Test
    void lockedScheduleIsTriedAgainWithinSeconds() throws SQLException {
        Schedules crontab = begun("0 0 1 1 *");
        passYear();
        SupervisedLoop loop = SupervisedLoop.of(
                "schedules", crontab::step, RestartBackoff.standard(), (failure, failures, pause) -> {});
        try (Connection somebody = database.dataSource().getConnection()) {
            lock(somebody, "a");
            loop.start();
            await().atMost(SOON).until(() -> jobs("h") == 1);
            somebody.rollback();
            await().atMost(SOON).until(() -> jobs("a") == 1);
        } finally {
            loop.stop(SOON);
        }
    }

    @Test
    @Timeout(value = 60, unit = SECONDS)
    void lockedScheduleThatIsDefinedOtherwiseHoldsUpNoOther() throws SQLException {
        begun("0 0 1 1 *");
        Schedules other = crontab("0 0 1 2 *");
        try (Connection somebody = database.dataSource().getConnection()) {
            lock(somebody, "a");
            other.look();
            assertThat(defined("0 0 1 1 *")).isEqualTo(1);
            assertThat(defined("0 0 1 2 *")).isEqualTo(7);
            somebody.rollback();
        }
        other.look();
        assertThat(defined("0 0 1 2 *")).isEqualTo(8);
    }

    @Test
    void scheduleWhoseJobCannotBeStoredHoldsUpNoOther() throws SQLException {
        Schedules crontab = begun("0 0 1 1 *");
        passYear();
        database.execute("alter table accounts_jobs add constraint accounts_jobs_cursed check (queue <> 'a')");
        try {
            assertThatThrownBy(crontab::look).isInstanceOf(SQLException.class);
            assertThat(OTHERS).allSatisfy(name -> assertThat(jobs(name)).isEqualTo(1));
            assertThat(jobs("a")).isZero();
        } finally {
            database.execute("alter table accounts_jobs drop constraint accounts_jobs_cursed");
        }
        crontab.look();
        assertThat(NAMES).allSatisfy(name -> assertThat(jobs(name)).isEqualTo(1));
    }

    /** A schedule of each name, whose jobs wait in the queue of that name. */
    private Schedules crontab(String expression) {
        return new Schedules(
                new Database(database.dataSource(), Schema.ofConnection()),
                NAMES.stream()
                        .collect(toMap(
                                name -> name,
                                name -> Cron.of(name, expression, job(JobOptions.queue(name)))
                                        .catchUp(CatchUp.ONE)
                                        .line(Optional.empty()))),
                () -> {});
    }

    private Schedules begun(String expression) throws SQLException {
        Schedules crontab = crontab(expression);
        crontab.look();
        return crontab;
    }

    private void passYear() {
        database.execute("update accounts_job_crons set last_tick = last_tick - interval '366' day");
    }

    private long jobs(String queue) {
        return Long.parseLong(database.value("select count(*) from accounts_jobs where queue = ?", queue));
    }

    private long defined(String expression) {
        return Long.parseLong(database.value(
                "select count(*) from accounts_job_crons where definition like ?", "%" + expression + "%"));
    }

    private static void lock(Connection somebody, String name) throws SQLException {
        somebody.setAutoCommit(false);
        try (Statement statement = somebody.createStatement()) {
            statement.execute("select name from accounts_job_crons where name = '" + name + "' for update");
        }
    }
}
