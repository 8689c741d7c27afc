package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many jobs, two nodes, and no fault at all. */
class TenThousandJobsIT {

    private static final int JOBS = 10_000;

    /** So that one node alone takes seconds, and the other has time to take its part. */
    private static final int MILLIS = 5;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void each_runs_once_on_one_of_two_nodes(@TempDir Path directory) throws Exception {
        try (FaultDatabase database = FaultDatabase.fresh()) {
            try (WorkerNode one = WorkerNode.start(
                            "one", database, directory, NodeSettings.quick().unhurried());
                    WorkerNode two = WorkerNode.start(
                            "two", database, directory, NodeSettings.quick().unhurried())) {
                var unusedOne = one.awaitReady();
                var unusedTwo = two.awaitReady();
                Set<String> keys = enqueue(database);
                long began = System.nanoTime();
                await().atMost(LONGEST.multipliedBy(2)).until(() -> database.unfinished() == 0);
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                List<String> ran = Stream.concat(one.runs().stream(), two.runs().stream())
                        .map(Run::key)
                        .toList();
                assertThat(one.runs()).isNotEmpty();
                assertThat(two.runs()).isNotEmpty();
                assertThat(ran).doesNotHaveDuplicates();
                assertThat(new HashSet<>(ran)).isEqualTo(keys);
                assertThat(took).isLessThanOrEqualTo(LONGEST);
                Report.survived(
                        "10,000 jobs, 2 nodes with 10 threads each, no fault",
                        JOBS,
                        JOBS + " jobs, 0 lost, 0 unexpected, 0 repeats, in " + Report.seconds(took.toMillis())
                                + " after they were stored");
            }
        }
    }

    private static Set<String> enqueue(FaultDatabase database) throws Exception {
        Set<String> keys = new HashSet<>();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JdbcJobQueue queue = JdbcJobQueue.on(CurrentConnection.of(connection));
            for (int i = 0; i < JOBS; i++) {
                var unused = queue.enqueue(NotingHandler.job("job-" + i, MILLIS, JobOptions.queue("default")));
                keys.add("job-" + i);
            }
            connection.commit();
        }
        return keys;
    }
}
