package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.integration.House;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The network between an engine and its database is cut, loses everything, or loses the answer to a commit. */
class CutNetworkIT {

    private static final int CUTS = Rounds.of(10, 200);
    private static final int HOLES = Rounds.of(10, 50);
    private static final int LOST_COMMITS = Rounds.of(10, 200);
    private static final int AT_ONCE = 10;
    private static final Duration STUCK = Duration.ofSeconds(11);
    private static final Duration SOON = Duration.ofMinutes(3);

    private final Random random = new Random(Rounds.SEED);
    private final FaultDatabase database = FaultDatabase.fresh();
    private final JdbcJobQueue queue = JdbcJobQueue.on(CurrentConnection.from(database.dataSource()));
    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final CallTimes times = new CallTimes();
    private int jobs;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_cut_connection_costs_no_job() throws Exception {
        int connections = 0;
        try (Node node = new Node("default")) {
            for (int cut = 0; cut < CUTS; cut++) {
                enqueue(10, "default");
                TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
                connections += node.proxy.cut();
                await().atMost(SOON).until(() -> database.unfinished() == 0);
            }
        }
        assertThat(runs).hasSize(jobs);
        assertThat(times.longest()).isLessThanOrEqualTo(STUCK);
        Report.survived(
                "TCP cut",
                CUTS,
                CUTS + " times " + connections / CUTS + " connections, " + jobs + " jobs, 0 lost, " + repeats()
                        + " repeats; longest call "
                        + Report.seconds(times.longest().toMillis()));
    }

    @Test
    void a_connection_that_swallows_everything_holds_nobody_up_for_long() throws Exception {
        long longest = 0;
        for (int round = 0; round < HOLES / AT_ONCE; round++) {
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                nodes.add(new Node("queue-" + i));
                enqueue(1, "queue-" + i);
            }
            await().atMost(SOON).until(() -> database.unfinished() == 0);
            nodes.forEach(node -> assertThat(node.proxy.swallow()).isPositive());
            long began = System.nanoTime();
            for (int i = 0; i < AT_ONCE; i++) {
                enqueue(1, "queue-" + i);
            }
            await().atMost(SOON).until(() -> database.unfinished() == 0);
            longest = Math.max(longest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            for (Node node : nodes) {
                node.close();
            }
        }
        assertThat(runs).hasSize(jobs);
        assertThat(times.longest()).isLessThanOrEqualTo(STUCK);
        Report.survived(
                "black hole",
                HOLES,
                HOLES + " times, " + jobs + " jobs, 0 lost, " + repeats() + " repeats; longest call "
                        + Report.seconds(times.longest().toMillis()) + ", all works again after "
                        + Report.seconds(longest));
    }

    @Test
    void the_lost_answer_to_a_commit_of_an_engine_costs_no_job() throws Exception {
        int lost;
        try (Node node = new Node("default")) {
            for (int cut = 0; cut < LOST_COMMITS; cut++) {
                node.proxy.loseWrites(1 + random.nextInt(3));
                enqueue(3, "default");
                await().atMost(SOON).until(() -> database.unfinished() == 0);
            }
            lost = node.proxy.lost();
        }
        assertThat(lost).as("answers lost").isGreaterThanOrEqualTo(LOST_COMMITS / 2);
        assertThat(runs).hasSize(jobs);
        Report.survived(
                "cut right after COMMIT of an engine",
                lost,
                lost + " answers lost, " + jobs + " jobs, 0 lost, " + repeats() + " repeats");
    }

    @Test
    void the_lost_answer_to_a_registration_leaves_one_user_and_one_job() throws Exception {
        try (TcpProxy proxy = new TcpProxy(port());
                HikariDataSource through = pool(proxy.port())) {
            House house = House.over(through, new RecordingMailer());
            for (int i = 0; i < LOST_COMMITS; i++) {
                String email = "user" + i + "@example.com";
                proxy.loseCommits(1);
                register(house, email);
                register(house, email);
            }
            assertThat(proxy.lost()).isEqualTo(LOST_COMMITS);
        }
        assertThat(database.count("select count(*) from accounts_users")).isEqualTo(LOST_COMMITS);
        assertThat(database.count("select count(distinct args ->> 'user') from accounts_jobs"))
                .isEqualTo(LOST_COMMITS);
        assertThat(database.count("select count(*) from accounts_jobs")).isEqualTo(LOST_COMMITS);
        Report.survived(
                "cut right after COMMIT of a registration, which is then tried again",
                LOST_COMMITS,
                LOST_COMMITS + " answers lost, " + LOST_COMMITS + " users with one job each");
    }

    private static void register(House house, String email) {
        try {
            var unused = house.accounts().registration().register(Fixtures.newUser(email));
        } catch (AccountsException e) {
            assertThat(e.retryable()).isTrue();
        }
    }

    private void enqueue(int count, String name) {
        for (int i = 0; i < count; i++) {
            var unused = queue.enqueue(NewJob.of("test.job", Map.of("key", "job-" + jobs++), JobOptions.queue(name)));
        }
    }

    private int repeats() {
        return runs.values().stream().mapToInt(Integer::intValue).sum() - runs.size();
    }

    private int port() {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }

    private HikariDataSource pool(int port) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url().replace(":" + port(), ":" + port));
        config.setUsername(database.user());
        config.setPassword(database.password());
        // Without it a pool waits for ever for a connection that is swallowed while it logs in.
        config.addDataSourceProperty("loginTimeout", "5");
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(1_000);
        config.setMaximumPoolSize(5);
        return new HikariDataSource(config);
    }

    /** An engine and the network to its database. */
    private final class Node implements AutoCloseable {

        private final TcpProxy proxy = new TcpProxy(port());
        private final HikariDataSource pool = pool(proxy.port());
        private final JobEngine engine;

        Node(String queueName) throws IOException {
            engine = JobEngine.builder(times.watch(pool))
                    .queue(queueName, 5)
                    .handlers(List.of(new Counting()))
                    .poll(Duration.ofMillis(50))
                    .heartbeat(Duration.ofSeconds(1), Duration.ofSeconds(60))
                    .start();
        }

        @Override
        public void close() throws IOException {
            engine.close();
            pool.close();
            proxy.close();
        }
    }

    /** Counts the runs of each job. */
    private final class Counting implements JobHandler {

        @Override
        public String kind() {
            return "test.job";
        }

        @Override
        public JobResult run(JobRun job) {
            runs.merge(job.argument("key"), 1, Integer::sum);
            return JobResult.complete();
        }
    }
}
