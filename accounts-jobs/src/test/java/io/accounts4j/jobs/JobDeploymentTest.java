package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobNode;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobSchedule;
import io.accounts4j.job.Nodes;
import io.accounts4j.testdatabases.OnDatabases;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nodes and schedules as operators see them, on every database. */
@OnDatabases
class JobDeploymentTest extends JobEngineFixture {

    private static final String LAST = "2026-01-15 10:30:00";

    private JobDeployment deployment() {
        return JobDeployment.over(database.dataSource());
    }

    private void startWithASchedule() {
        Cron nightly = Cron.of("test.nightly", "0 4 * * *", job(DEFAULT)).zone(ZoneId.of("Europe/Berlin"));
        start(quick(handler(run -> JobResult.complete())).name("web-1").cron(nightly));
        await().atMost(SOON)
                .until(() -> deployment().nodes().size() == 1
                        && deployment().schedules().stream()
                                .anyMatch(schedule -> schedule.name().equals("test.nightly")));
    }

    private void schedule(String name, String definition) {
        database.execute("insert into accounts_job_crons (name, definition, last_tick) values ('" + name + "', '"
                + definition + "', timestamp '" + LAST + "')");
    }

    @Test
    void nodesTellWhatTheyRun() {
        startWithASchedule();
        database.execute(
                "insert into accounts_job_nodes (name, expires_at) values ('dead', timestamp '2000-01-01 00:00:00')");

        JobNode node = deployment().nodes().get(0);

        assertThat(deployment().nodes()).hasSize(1);
        assertThat(node.name()).isEqualTo("web-1");
        assertThat(node.expiresAt()).isAfter(node.startedAt());
        assertThat(node.queues()).containsExactly("default");
        assertThat(node.kinds()).containsExactly("test.job");
        assertThat(node.schedules()).containsExactly("test.nightly");
    }

    @Test
    void schedulesTellTheirLastAndNextTick() {
        startWithASchedule();
        database.execute("update accounts_job_crons set last_tick = timestamp '" + LAST + "'");

        JobSchedule nightly = deployment().schedules().get(0);

        assertThat(nightly.definition()).isEqualTo("0 4 * * * Europe/Berlin");
        assertThat(nightly.nextTick()).contains(Instant.parse("2026-01-16T03:00:00Z"));
        assertThat(nightly.orphaned()).isFalse();
    }

    @Test
    void aScheduleIsRemovedOnlyWhereNodesLiveAndNoneHasIt() {
        schedule("test.abandoned", "written by a later release");
        assertThat(deployment().schedules())
                .as("nobody lives who could have it")
                .containsExactly(new JobSchedule(
                        "test.abandoned",
                        "written by a later release",
                        deployment().schedules().get(0).lastTick(),
                        Optional.empty(),
                        false));
        assertThat(deployment().removeSchedule("test.abandoned")).isFalse();
        startWithASchedule();

        assertThat(deployment().schedules())
                .filteredOn(JobSchedule::orphaned)
                .extracting(JobSchedule::name)
                .containsExactly("test.abandoned");
        assertThat(JobHealthCheck.over(database.dataSource()).look().warnings())
                .containsExactly("schedule test.abandoned is no live node's; removeSchedule forgets it");
        assertThat(deployment().removeSchedule("test.nightly")).isFalse();
        assertThat(deployment().removeSchedule("test.abandoned")).isTrue();
        assertThat(deployment().removeSchedule("test.abandoned")).isFalse();
        assertThat(deployment().schedules()).extracting(JobSchedule::name).containsExactly("test.nightly");
    }

    @Test
    void aNodeThatDoesNotTellItsSchedulesMakesNoOrphan() {
        schedule("test.other", "@daily Z");
        database.execute("insert into accounts_job_nodes (name, schedules, expires_at)"
                + " values ('new', '[]', timestamp '2200-01-01 00:00:00')");
        assertThat(deployment().schedules()).allMatch(JobSchedule::orphaned);

        database.execute(
                "insert into accounts_job_nodes (name, expires_at) values ('old', timestamp '2200-01-01 00:00:00')");

        assertThat(deployment().schedules()).noneMatch(JobSchedule::orphaned);
        assertThat(deployment().removeSchedule("test.other")).isFalse();
    }

    @Test
    void pausingAQueueThatNoNodeHasIsWarnedOf() {
        startWithASchedule();
        JdbcQueueControl control = JdbcQueueControl.over(database.dataSource());
        control.pause("default", Nodes.all());
        assertThat(warnings()).isEmpty();

        control.pause("defualt", Nodes.named("web-1"));

        assertThat(warnings())
                .containsExactly("queue defualt is paused, and no live node works on it; is that its name?");
    }

    private List<String> warnings() {
        return JobHealthCheck.over(database.dataSource()).look().warnings();
    }
}
