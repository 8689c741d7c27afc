package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The unique key of a held job when it ends, on every database. */
@OnDatabases
class SettledKeysTest extends SettlementFixture {

    private static final int SUCCESSFUL = 3;
    private static final int ALL = 4;

    SettledKeysTest(TestDatabase kind) {
        super(kind);
    }

    /** How a held job ends. */
    enum End {
        COMPLETED("completed"),
        CANCELLED("cancelled"),
        TRIED_AGAIN("cancelled"),
        COMPLETED_BY_ITS_HANDLER("completed");

        private final String state;

        End(String state) {
            this.state = state;
        }
    }

    private void end(ClaimedJob job, End end) throws SQLException {
        switch (end) {
            case COMPLETED -> settle(JobOutcome.completed(job, false));
            case CANCELLED -> settle(JobOutcome.cancelled(job));
            case TRIED_AGAIN -> settle(JobOutcome.retry(job, Duration.ZERO, "[]"));
            case COMPLETED_BY_ITS_HANDLER -> {
                try (Connection connection = tables.dataSource().getConnection()) {
                    assertThat(database.complete(connection, job)).isTrue();
                }
            }
        }
        assertThat(state(job)).isEqualTo(end.state);
    }

    private void settle(JobOutcome settlement) throws SQLException {
        assertThat(database.acknowledge(List.of(settlement))).containsExactly(settlement.id());
    }

    @ParameterizedTest
    @EnumSource
    void a_job_that_was_to_be_cancelled_has_the_key_that_its_end_allows(End end) throws SQLException {
        ClaimedJob job = held(SUCCESSFUL);
        assertThat(database.<Boolean>transact((connection, to) ->
                        to.operations().apply(connection, JobOperation.cancel(), new JobId(job.id()))))
                .isTrue();
        end(job, end);
        assertThat(hasKey(job)).isEqualTo(end.state.equals("completed"));
    }

    @Test
    void a_job_that_is_unique_in_every_state_keeps_its_key() throws SQLException {
        ClaimedJob job = held(ALL);
        end(job, End.CANCELLED);
        assertThat(hasKey(job)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void an_erased_job_keeps_no_key_however_it_ends(End end) throws SQLException {
        ClaimedJob job = held(ALL);
        assertThat(tables.queue().erase(SUBJECT)).isEqualTo(1);
        end(job, end);
        assertThat(hasKey(job)).isFalse();
    }
}
