package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimRequest;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOutcome;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random orders of claims and outcomes by nodes, some of which have died without noticing, of recovery, and of operators' changes. After
 * each step every row equals its model: no job is lost, a claim has one effective outcome, attempts stay within the bound, a stale lease
 * changes nothing, and only an operator leaves a final state. In the end every job can still reach a final state.
 */
@OnDatabases
class JobStateMachineTest {

    private static final int STEPS = Integer.getInteger("accounts.steps", 3_000);
    private static final int MOST_JOBS = 20;
    private static final int MOST_NODES = 4;
    private static final long SEED = Long.getLong("accounts.seed", System.nanoTime());

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SimulatedRows rows;
    private final Database database;
    private final OrphanRecovery rescue;
    private final Map<Long, SimulatedJob> jobs = new TreeMap<>();
    /** Nodes by id, and whether the table says that they live. */
    private final Map<Long, Boolean> nodes = new TreeMap<>();
    /** Every claim there ever was, kept by nodes that may be dead, and may be written about again at any time. */
    private final List<ClaimedJob> claims = new ArrayList<>();

    private final Map<String, Integer> done = new TreeMap<>();

    JobStateMachineTest(TestDatabase kind) {
        HikariDataSource dataSource = kind.freshDatabase();
        AccountsSchema.migrate(dataSource);
        database = new Database(dataSource, Schema.ofConnection());
        rescue = new OrphanRecovery(database, new JobEventPublisher(event -> {}));
        rows = new SimulatedRows(database, dataSource);
    }

    @Test
    void every_interleaving_leaves_what_it_must() throws SQLException {
        for (int step = 0; step < STEPS; step++) {
            String what = step();
            done.merge(what, 1, Integer::sum);
            assertThat(rows.all())
                    .as("seed %d, step %d: %s", SEED, step, what)
                    .isEqualTo(
                            jobs.values().stream().map(SimulatedJob::toString).toList());
            assertThat(jobs.values()).as("seed %d", SEED).allMatch(job -> job.attempt <= job.maxAttempts);
        }
        bringToAnEnd();
        System.out.printf(
                "[state machine] %s: seed %d, %d steps %s%n", getClass().getSimpleName(), SEED, STEPS, done);
    }

    private String step() throws SQLException {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> enqueue();
            case 3 -> join();
            case 4, 5, 6 -> claim();
            case 7, 8, 9, 10 -> settle();
            case 11 -> settleAgain();
            case 12 -> die();
            case 13 -> rescue();
            case 14 -> timePasses();
            case 15, 16 -> byHand("cancel", JobOperation.cancel(), SimulatedJob::cancel);
            case 17 -> byHand("retry", JobOperation.retry(), SimulatedJob::retry);
            case 18 -> byHand("discard", JobOperation.discard(), SimulatedJob::discard);
            default -> byHand("delete", JobOperation.delete(), this::remove);
        };
    }

    private String enqueue() throws SQLException {
        if (jobs.size() < MOST_JOBS) {
            boolean due = random.nextInt(4) > 0;
            int maxAttempts = 1 + random.nextInt(3);
            JobOptions options = JobOptions.queue("queue-" + random.nextInt(2))
                    .maxAttempts(maxAttempts)
                    .priority(random.nextInt(3))
                    .scheduleIn(due ? Duration.ZERO : Duration.ofHours(1));
            long id = rows.insert(options);
            jobs.put(id, new SimulatedJob(id, due, maxAttempts));
        }
        return "enqueue";
    }

    private String join() throws SQLException {
        if (nodes.size() < MOST_NODES) {
            nodes.put(rows.register(), true);
        }
        return "join";
    }

    /** Also by nodes that do not know that they are dead. */
    private String claim() throws SQLException {
        if (!nodes.isEmpty()) {
            claim(any(nodes.keySet()), Map.of("queue-" + random.nextInt(2), 1 + random.nextInt(4)));
        }
        return "claim";
    }

    private List<ClaimedJob> claim(long node, Map<String, Integer> room) throws SQLException {
        List<ClaimedJob> claimed = database.transact((connection, tables) ->
                tables.jobs().claim(connection, new ClaimRequest(node, Set.of("test.job"), room)));
        int claimable = (int) jobs.values().stream()
                .filter(SimulatedJob::isClaimable)
                .filter(job -> room.containsKey(rows.queueOf(job.id)))
                .count();
        int most = room.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(claimed.size()).as("claimed, seed %d", SEED).isBetween(Math.min(1, claimable), most);
        for (ClaimedJob job : claimed) {
            assertThat(jobs.get(job.id()).isClaimable())
                    .as("claimable, seed %d", SEED)
                    .isTrue();
            jobs.get(job.id()).claim(node);
        }
        claims.addAll(claimed);
        return claimed;
    }

    /** Outcomes of jobs that a node may or may not hold. */
    private String settle() throws SQLException {
        List<ClaimedJob> held = claims.stream()
                .filter(claim ->
                        jobs.containsKey(claim.id()) && jobs.get(claim.id()).isHeldBy(claim))
                .filter(claim -> random.nextInt(3) > 0)
                .limit(3)
                .toList();
        settle(held);
        return "settle";
    }

    private String settleAgain() throws SQLException {
        if (!claims.isEmpty()) {
            settle(List.of(claims.get(random.nextInt(claims.size()))));
        }
        return "settle anything ever claimed";
    }

    private void settle(List<ClaimedJob> held) throws SQLException {
        List<JobOutcome> outcomes =
                held.stream().map(job -> SimulatedOutcomes.any(job, random)).toList();
        Set<Long> written =
                database.transact((connection, tables) -> tables.jobs().acknowledge(connection, outcomes));
        Set<Long> expected = outcomes.stream()
                .filter(outcome ->
                        jobs.containsKey(outcome.id()) && jobs.get(outcome.id()).acknowledge(outcome))
                .map(JobOutcome::id)
                .collect(Collectors.toSet());
        assertThat(written).as("accepted, seed %d", SEED).isEqualTo(expected);
    }

    /** Its row says so, or is gone, and the node may not know. */
    private String die() throws SQLException {
        if (!nodes.isEmpty()) {
            long node = any(nodes.keySet());
            nodes.put(node, false);
            rows.expire(node);
            if (random.nextBoolean()) {
                nodes.remove(node);
            }
        }
        return "die";
    }

    private String rescue() throws SQLException {
        rescue.run();
        jobs.values().stream()
                .filter(job -> job.state == JobState.EXECUTING && !nodes.getOrDefault(job.node, false))
                .forEach(SimulatedJob::rescue);
        return "rescue";
    }

    private String timePasses() throws SQLException {
        if (!jobs.isEmpty()) {
            SimulatedJob job = jobs.get(any(jobs.keySet()));
            if (job.waits()) {
                rows.makeDue(job.id);
                job.due = true;
            }
        }
        return "time passes";
    }

    private boolean remove(SimulatedJob job) {
        return job.state != JobState.EXECUTING && jobs.remove(job.id) != null;
    }

    private String byHand(String what, JobOperation operation, Predicate<SimulatedJob> model) throws SQLException {
        if (!jobs.isEmpty()) {
            SimulatedJob job = jobs.get(any(jobs.keySet()));
            boolean changed = database.transact(
                    (connection, tables) -> rows.operations().apply(connection, operation, new JobId(job.id)));
            assertThat(changed).as("%s, seed %d", what, SEED).isEqualTo(model.test(job));
        }
        return what;
    }

    /** All nodes die; one that comes then can finish every job there is. */
    private void bringToAnEnd() throws SQLException {
        for (long node : nodes.keySet()) {
            rows.expire(node);
        }
        nodes.clear();
        var unused = rescue();
        for (SimulatedJob job : jobs.values()) {
            rows.makeDue(job.id);
            job.due = true;
        }
        long last = rows.register();
        List<ClaimedJob> claimed = claim(last, Map.of("queue-0", MOST_JOBS, "queue-1", MOST_JOBS));
        List<JobOutcome> outcomes = claimed.stream()
                .map(job -> JobOutcome.last(job, JobState.COMPLETED, "[]"))
                .toList();
        outcomes.forEach(outcome -> jobs.get(outcome.id()).acknowledge(outcome));
        Set<Long> written =
                database.transact((connection, tables) -> tables.jobs().acknowledge(connection, outcomes));
        assertThat(written).hasSameSizeAs(outcomes);
        assertThat(jobs.values()).as("lost, seed %d", SEED).allMatch(SimulatedJob::isFinal);
        assertThat(rows.all())
                .isEqualTo(jobs.values().stream().map(SimulatedJob::toString).toList());
    }

    private long any(Set<Long> ids) {
        return ids.stream().skip(random.nextInt(ids.size())).findFirst().orElseThrow();
    }
}
