package io.accounts4j.jobs.sql;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcomes of jobs whose rows somebody else has locked, on servers. */
@OnDatabases({TestDatabase.POSTGRES, TestDatabase.MARIADB})
class LockedRowsTest extends SettlementFixture {

    /** Counts the sessions that wait for a lock. */
    private final String waiting;

    LockedRowsTest(TestDatabase kind) {
        super(kind);
        waiting = kind == TestDatabase.POSTGRES
                ? "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                : "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";
    }

    /** The server itself gives up, before the network's timeout leaves it waiting for nobody. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(value = 60, unit = SECONDS)
    void an_outcome_waits_no_longer_than_its_connection_lives(boolean forgotten) throws SQLException {
        ClaimedJob job = held(4);
        List<JobOutcome> outcome = List.of(JobOutcome.completed(job, forgotten));
        try (Connection host = tables.dataSource().getConnection();
                Statement lock = host.createStatement()) {
            host.setAutoCommit(false);
            lock.execute("select id from accounts_jobs where id = " + job.id() + " for update");
            assertThatThrownBy(() -> database.acknowledge(outcome))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState())
                                    .as("not that of a lost connection")
                                    .doesNotStartWith("08"));
            assertThat(tables.value(waiting)).isEqualTo("0");
            host.commit();
        }
        assertThat(database.acknowledge(outcome)).containsExactly(job.id());
    }
}
