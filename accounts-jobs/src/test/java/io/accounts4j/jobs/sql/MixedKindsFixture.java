package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Jobs of several kinds in one queue, and a node that claims them. */
abstract class MixedKindsFixture {

    final JobsDatabase tables;
    final Database database;
    long node;

    MixedKindsFixture(TestDatabase kind) {
        tables = JobsDatabase.empty(kind);
        database = new Database(tables.dataSource(), Schema.ofConnection());
    }

    @BeforeEach
    void join() throws SQLException {
        node = database.transact((connection, to) -> to.nodes()
                .register(connection, new NodeTable.Served("node", List.of(), List.of()), Duration.ofHours(1)));
    }

    final long enqueue(String kind, int priority) {
        return tables.queue()
                .enqueue(NewJob.of(kind, Map.of(), JobOptions.queue("one").priority(priority)))
                .value();
    }

    final List<Long> claim(int free) throws SQLException {
        ClaimRequest request = new ClaimRequest(node, Set.of("test.first", "test.second"), Map.of("one", free));
        return database.claim(request).stream().map(ClaimedJob::id).toList();
    }
}
