package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.JobState;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL reads for the engine's statements among a million jobs, of which it knows much or nothing. */
class PostgresJobPlansTest {

    private static final List<String> MODES = List.of("force_custom_plan", "force_generic_plan");

    private final JobTable jobs = new JobTable(new PostgresDialect(), Schema.ofConnection());

    private final HikariDataSource pool = TestDatabase.POSTGRES.freshDatabase();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        AccountsSchema.migrate(pool);
        connection = pool.getConnection();
        execute("alter table accounts_jobs set (autovacuum_enabled = false)");
        execute("insert into accounts_job_nodes (name, expires_at) values ('alive', now() + interval '1 day')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        pool.close();
    }

    /** Among few, reading all of them looks cheap to who expects many. */
    @ParameterizedTest
    @ValueSource(ints = {30_000, 1_000_000})
    void no_statement_reads_the_whole_table(int rows) throws SQLException {
        fill(rows);
        check();
        execute("analyze accounts_jobs");
        execute("analyze accounts_job_nodes");
        check();
    }

    /** Most are over, a fifth is to come, some are due and some are held, by nodes that live and nodes that do not. */
    private void fill(int rows) throws SQLException {
        execute("""
                insert into accounts_jobs (state, queue, kind, args, priority, run_at, node_id, finalized_at)
                select state, (array['default', 'mailers', 'events'])[n %% 3 + 1], 'test.job', '{}', n %% 10,
                  now() + case state when 'scheduled' then interval '1 hour' else interval '-1 hour' end,
                  case when state <> 'scheduled' then n %% 5 end,
                  case when state in ('completed', 'discarded') then now() end
                from (select n, case n %% 1000 when 0 then 'executing' when 1 then 'available' when 2 then 'discarded'
                    else case n %% 5 when 4 then 'scheduled' else 'completed' end end as state
                  from generate_series(1, %d) n) job
                """.formatted(rows));
    }

    private void check() throws SQLException {
        Demand demand =
                new Demand(1, List.of("test.job", "test.other"), Map.of("default", 100, "mailers", 20, "events", 50));
        List<Settlement> completed = LongStream.range(0, 500)
                .mapToObj(id -> new Settlement(id, 1, JobState.COMPLETED, 0, Duration.ZERO, Optional.empty(), false))
                .toList();
        List<Settlement> forgotten = LongStream.range(0, 500)
                .mapToObj(id -> new Settlement(id, 1, JobState.COMPLETED, 0, Duration.ZERO, Optional.empty(), true))
                .toList();
        assertReads("claim", "accounts_jobs_waiting_idx", on -> jobs.claim(on, demand));
        assertReads(
                "next due",
                "accounts_jobs_waiting_idx",
                on -> jobs.untilNext(on, demand.free().keySet()));
        assertReads("acknowledgement", "accounts_jobs_pkey", on -> jobs.settle(on, completed));
        assertReads("deletion", "accounts_jobs_pkey", on -> jobs.settle(on, forgotten));
        assertReads("completion by the handler", "accounts_jobs_pkey", on -> jobs.complete(on, 1, 1));
        assertReads("rescue", "accounts_jobs_executing_idx", on -> jobs.orphans(on, 100));
        assertReads("held", "accounts_jobs_executing_idx", on -> jobs.heldBy(on, 1));
        assertReads("cancelled", "accounts_jobs_executing_idx", on -> jobs.unwantedOf(on, 1));
    }

    private void assertReads(String what, String index, Question question) throws SQLException {
        for (String mode : MODES) {
            String plan = new Plans(connection).of(mode, on -> {
                var unused = question.ask(on);
            });
            assertThat(plan).as("%s, %s", what, mode).contains(index).doesNotContain("Seq Scan on accounts_jobs");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Something asked of the jobs. */
    private interface Question {
        Object ask(Connection connection) throws SQLException;
    }
}
