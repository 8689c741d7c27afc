package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One job that is held. */
abstract class SettlementFixture {

    static final String SUBJECT = "ann";

    final JobsDatabase tables;
    final Database database;

    SettlementFixture(TestDatabase kind) {
        tables = JobsDatabase.empty(kind);
        database = new Database(tables.dataSource(), Schema.ofConnection());
    }

    /** Stored with a unique key of that scope, and claimed. */
    final ClaimedJob held(int scope) throws SQLException {
        NewRow row = new NewRow(
                new Kind("test.job", 1),
                StoredArguments.of("{}"),
                JobOptions.queue("default"),
                null,
                new UniqueKey(new byte[32], Duration.ofDays(90_000).toNanos() / 1_000, scope),
                SUBJECT);
        var unused = database.transact((connection, to) -> to.inserts().insert(connection, row));
        List<ClaimedJob> claimed = database.transact((connection, to) -> {
            long node = to.nodes()
                    .register(connection, new NodeTable.Served("node", List.of(), List.of()), Duration.ofHours(1));
            return to.jobs().claim(connection, new ClaimRequest(node, Set.of("test.job"), Map.of("default", 1)));
        });
        return claimed.get(0);
    }

    final String state(ClaimedJob job) {
        return tables.value("select state from accounts_jobs where id = ?", job.id());
    }

    final boolean hasKey(ClaimedJob job) {
        return tables.value("select count(uniq_key) from accounts_jobs where id = ?", job.id())
                .equals("1");
    }
}
