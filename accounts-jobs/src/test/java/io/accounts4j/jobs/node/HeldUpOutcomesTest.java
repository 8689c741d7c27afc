package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.sql.Json;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outcomes of jobs of which one row is locked by somebody else or cannot be written, on every database. */
@OnDatabases
class HeldUpOutcomesTest extends NodeFixture {

    private static final String CURSED = "accounts_jobs_cursed";

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean cursed;

    @AfterEach
    void lift() {
        if (cursed) {
            database.execute("alter table accounts_jobs drop constraint " + CURSED);
        }
    }

    @Test
    void onlyTheLockedRowWaits() throws SQLException {
        List<JobId> jobs = running(5, 5);
        try (Connection somebody = database.dataSource().getConnection()) {
            lock(somebody, jobs.get(2));
            end.countDown();
            others(jobs).forEach(id -> awaitState(id, "completed"));
            assertThat(state(jobs.get(2))).isEqualTo("executing");
            somebody.rollback();
        }
        awaitState(jobs.get(2), "completed");
        assertThat(runs.values()).hasSize(5).containsOnly(1);
    }

    @Test
    void queueOfOneGoesOnBesideALockedRow() throws SQLException {
        JobId locked = running(1, 1).get(0);
        try (Connection somebody = database.dataSource().getConnection()) {
            lock(somebody, locked);
            end.countDown();
            awaitState(enqueue("next"), "completed");
            assertThat(state(locked)).isEqualTo("executing");
            somebody.rollback();
        }
        awaitState(locked, "completed");
        assertThat(runs).containsEntry("0", 1).containsEntry("next", 1);
    }

    @Test
    void onlyTheRowThatCannotBeWrittenWaits() {
        List<JobId> jobs = running(5, 5);
        curse(jobs.get(2), "completed");
        end.countDown();
        others(jobs).forEach(id -> awaitState(id, "completed"));
        assertThat(state(jobs.get(2))).isEqualTo("executing");
        lift();
        cursed = false;
        awaitState(jobs.get(2), "completed");
        assertThat(runs.values()).hasSize(5).containsOnly(1);
    }

    @Test
    void errorThatCannotBeStoredKeepsNoOutcomeBack() {
        curse(errorsAsText() + " = '[]' or state <> 'retryable'");
        JobId failing = enqueue("failing", 2);
        JobId fine = enqueue("fine");
        start(5, handling((job, hold) -> {
            String name =
                    String.valueOf(Json.toArguments(job.arguments().json()).get("name"));
            return name.equals("fine") || job.attempts().made() > 1 ? JobResult.complete() : JobResult.fail("no");
        }));
        awaitState(fine, "completed");
        awaitState(failing, "completed");
        assertThat(database.value("select attempt from accounts_jobs where id = ?", failing.value()))
                .isEqualTo("2");
    }

    @Test
    void closingStoresEveryOutcomeButThatOfTheLockedRow() throws SQLException {
        List<JobId> jobs = running(5, 5);
        try (Connection somebody = database.dataSource().getConnection()) {
            lock(somebody, jobs.get(2));
            end.countDown();
            closeNodes();
            assertThat(others(jobs)).allMatch(id -> state(id).equals("completed"));
            assertThat(state(jobs.get(2))).isEqualTo("executing");
            somebody.rollback();
        }
    }

    @Test
    void closingGivesEveryJobBackButThatOfTheLockedRow() throws SQLException {
        List<JobId> jobs = running(5, 5);
        try (Connection somebody = database.dataSource().getConnection()) {
            lock(somebody, jobs.get(2));
            closeNodes();
            assertThat(others(jobs)).allMatch(id -> state(id).equals("available"));
            somebody.rollback();
        }
    }

    @Test
    void orphansAreTakenOverBesideOneThatCannotBeWritten() {
        List<JobId> orphans = orphans(3);
        curse(orphans.get(1), "retryable");
        start(5, handling((job, hold) -> JobResult.complete()));
        others(orphans, 1).forEach(id -> awaitState(id, "completed"));
        assertThat(state(orphans.get(1))).isEqualTo("executing");
    }

    @Test
    void orphansAreTakenOverBehindAHundredThatCannotBeWritten() {
        List<JobId> orphans = orphans(101);
        JobId last = orphans.get(100);
        database.execute("update accounts_jobs set priority = 9 where id < " + last);
        curse("priority <> 9 or state <> 'retryable'");
        start(5, handling((job, hold) -> JobResult.complete()));
        awaitState(last, "completed");
        assertThat(database.count("executing")).isEqualTo(100);
    }

    @Test
    void orphansAreTakenOverBesideALockedOne() throws SQLException {
        List<JobId> orphans = orphans(3);
        try (Connection somebody = database.dataSource().getConnection()) {
            lock(somebody, orphans.get(1));
            start(5, handling((job, hold) -> JobResult.complete()));
            others(orphans, 1).forEach(id -> awaitState(id, "completed"));
            assertThat(state(orphans.get(1))).isEqualTo("executing");
            somebody.rollback();
        }
        awaitState(orphans.get(1), "completed");
    }

    /** An expression for the stored errors as text. */
    private String errorsAsText() {
        return switch (kind) {
            case H2 -> "cast(errors as varchar)";
            case POSTGRES -> "errors::text";
            case MARIADB -> "errors";
        };
    }

    /** Jobs of a node that is no more. */
    private List<JobId> orphans(int count) {
        List<JobId> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(enqueue("orphan " + i));
        }
        database.execute("update accounts_jobs set state = 'executing', node_id = -1, lease = 1, attempt = 1");
        return jobs;
    }

    /** Jobs whose handlers wait for {@link #end}. */
    private List<JobId> running(int count, int limit) {
        List<JobId> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(enqueue(String.valueOf(i)));
        }
        start(limit, handling((job, hold) -> {
            runs.merge(String.valueOf(Json.toArguments(job.arguments().json()).get("name")), 1, Integer::sum);
            begun.incrementAndGet();
            end.await();
            return JobResult.complete();
        }));
        await().atMost(SOON).until(() -> begun.get() == count);
        return jobs;
    }

    private static List<JobId> others(List<JobId> jobs) {
        return others(jobs, 2);
    }

    private static List<JobId> others(List<JobId> jobs, int index) {
        List<JobId> others = new ArrayList<>(jobs);
        others.remove(index);
        return others;
    }

    private static void lock(Connection somebody, JobId id) throws SQLException {
        somebody.setAutoCommit(false);
        try (Statement statement = somebody.createStatement()) {
            statement.execute("select id from accounts_jobs where id = " + id.value() + " for update");
        }
    }

    /** Has the database refuse that state of that job. MariaDB allows no generated id in a check. */
    private void curse(JobId id, String state) {
        database.execute("update accounts_jobs set priority = 9 where id = " + id);
        curse("priority <> 9 or state <> '" + state + "'");
    }

    /** Has the database refuse a row of which {@code condition} is false. */
    private void curse(String condition) {
        database.execute("alter table accounts_jobs add constraint " + CURSED + " check (" + condition + ")");
        cursed = true;
    }
}
