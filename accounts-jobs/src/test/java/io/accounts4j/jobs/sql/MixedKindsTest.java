package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of jobs of several kinds in one queue, on every database. */
@OnDatabases
class MixedKindsTest extends MixedKindsFixture {

    MixedKindsTest(TestDatabase kind) {
        super(kind);
    }

    @Test
    void claimsAllKindsByPriorityThenDueTime() throws SQLException {
        long last = enqueue("test.first", 9);
        long third = enqueue("test.second", 1);
        long fourth = enqueue("test.first", 1);
        long fifth = enqueue("test.second", 1);
        long first = enqueue("test.first", 0);
        long second = enqueue("test.second", 0);

        assertThat(claim(3)).containsExactly(first, second, third);
        assertThat(claim(2)).containsExactly(fourth, fifth);
        assertThat(claim(2)).containsExactly(last);
    }

    @Test
    void leavesJobsOfUnknownKindsInTheirPlaces() throws SQLException {
        long unknown = enqueue("test.removed", 0);
        long first = enqueue("test.first", 1);
        enqueue("test.zombie", 1);
        long second = enqueue("test.second", 1);

        assertThat(claim(10)).containsExactly(first, second);
        assertThat(tables.value("select state from accounts_jobs where id = ?", unknown))
                .isEqualTo("available");
        assertThat(tables.count("available")).isEqualTo(2);
    }

    @Test
    void aClaimKnowsTheTimeOfItsAttempt() throws SQLException {
        long id = enqueue("test.first", 0);
        ClaimRequest request = new ClaimRequest(node, Set.of("test.first"), Map.of("one", 1));

        ClaimedJob claimed = database.claim(request).get(0);

        assertThat(database.transact((connection, to) -> to.views().find(connection, new JobId(id)))
                        .orElseThrow()
                        .summary()
                        .times()
                        .attemptedAt())
                .contains(claimed.due().plus(claimed.waited()));
    }

    @Test
    void claimsEachQueueInItsOwnOrder() throws SQLException {
        long second = enqueue("test.second", 1);
        long first = enqueue("test.first", 0);
        enqueue("test.first", 2);
        long alone = tables.queue()
                .enqueue(NewJob.of("test.second", Map.of(), JobOptions.queue("two")))
                .value();
        ClaimRequest request =
                new ClaimRequest(node, Set.of("test.first", "test.second"), Map.of("one", 2, "two", 5, "three", 5));

        assertThat(database.claim(request)).extracting(ClaimedJob::id).containsExactlyInAnyOrder(first, second, alone);
    }

    @Test
    void leavesJobsOfTheFuture() throws SQLException {
        tables.queue()
                .enqueue(NewJob.of(
                        "test.first", Map.of(), JobOptions.queue("one").scheduleIn(Duration.ofHours(1))));
        long due = enqueue("test.second", 0);

        assertThat(claim(10)).containsExactly(due);
    }
}
