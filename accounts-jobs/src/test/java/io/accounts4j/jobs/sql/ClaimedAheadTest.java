package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which jobs a node takes that it does not begin at once, on every database. */
@OnDatabases
class ClaimedAheadTest {

    private static final int LAST = 1;
    private static final int MORE = 3;

    private final JobsDatabase tables;
    private final Database database;
    private long node;

    ClaimedAheadTest(TestDatabase kind) {
        tables = JobsDatabase.empty(kind);
        database = new Database(tables.dataSource(), Schema.ofConnection());
    }

    @BeforeEach
    void join() throws SQLException {
        node = database.transact((connection, to) -> to.nodes()
                .register(connection, new NodeTable.Served("node", List.of(), List.of()), Duration.ofHours(1)));
    }

    private long enqueue(String queue, int attempts) {
        JobOptions options = JobOptions.queue(queue).maxAttempts(attempts);
        return tables.queue().enqueue(NewJob.of("test.job", Map.of(), options)).value();
    }

    private List<Long> claim(int free, int places) throws SQLException {
        ClaimRequest demand = new ClaimRequest(
                node, Set.of("test.job"), Map.of("one", free, "other", free), Map.of("one", places, "other", free));
        return database.claim(demand).stream()
                .filter(job -> job.queue().equals("one"))
                .map(ClaimedJob::id)
                .toList();
    }

    @Test
    void a_job_on_its_last_attempt_waits_for_a_place_and_those_after_it_with_it() throws SQLException {
        long first = enqueue("one", MORE);
        long last = enqueue("one", LAST);
        long after = enqueue("one", MORE);
        assertThat(claim(10, 0)).containsExactly(first);
        assertThat(claim(10, 0)).isEmpty();
        assertThat(claim(10, 1)).containsExactly(last, after);
    }

    @Test
    void nothing_is_held_back_where_there_are_places() throws SQLException {
        List<Long> all =
                List.of(enqueue("one", LAST), enqueue("one", LAST), enqueue("one", MORE), enqueue("one", LAST));
        assertThat(claim(10, 4)).isEqualTo(all);
    }

    @Test
    void no_more_are_taken_than_there_is_room_for() throws SQLException {
        List<Long> all = List.of(enqueue("one", MORE), enqueue("one", MORE), enqueue("one", MORE));
        assertThat(claim(2, 0)).isEqualTo(all.subList(0, 2));
        assertThat(claim(2, 2)).isEqualTo(all.subList(2, 3));
    }

    @Test
    void an_attempt_that_was_lost_counts() throws SQLException {
        long job = enqueue("one", 2);
        tables.execute("update accounts_jobs set attempt = 1");
        assertThat(claim(10, 0)).isEmpty();
        assertThat(claim(10, 1)).containsExactly(job);
    }

    @Test
    void each_queue_is_looked_at_by_itself() throws SQLException {
        enqueue("other", LAST);
        long job = enqueue("one", MORE);
        assertThat(claim(10, 0)).containsExactly(job);
        assertThat(tables.count("executing")).isEqualTo(2);
    }
}
