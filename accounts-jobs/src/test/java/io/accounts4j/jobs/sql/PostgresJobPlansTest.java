package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.PostgresHeads.Head;
import io.accounts4j.page.Cursor;
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
import org.junit.jupiter.api.Test;

/** The plans of PostgreSQL for the engine's statements, with fresh statistics and with none. */
class PostgresJobPlansTest {

    private static final List<String> MODES = List.of("force_custom_plan", "force_generic_plan");

    private static final String DUE = "accounts_jobs_due_idx";

    private static final Dialect DIALECT = new PostgresDialect();
    private static final Schema SCHEMA = Schema.ofConnection();

    private final JobTable jobs = new JobTable(DIALECT, SCHEMA);

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
    @Test
    void readsByIndexAmongFewJobs() throws SQLException {
        fill(30_000);
        check();
        execute("analyze accounts_jobs");
        execute("analyze accounts_job_nodes");
        check();
    }

    /** Fresh statistics of as many jobs have the server expect a cost above which it compiles a statement at each run. */
    @Test
    void readsByIndexAndCompilesNothingAmongAMillionWaitingJobs() throws SQLException {
        execute("""
                insert into accounts_jobs (state, queue, kind, args, run_at, node_id, finalized_at)
                select case n % 1000 when 0 then 'executing' when 1 then 'completed' else 'available' end, 'default',
                  'test.job', '{}', now() - interval '1 hour', n % 2, case n % 1000 when 1 then now() end
                from generate_series(1, 1000000) n
                """);
        check();
        execute("analyze accounts_jobs");
        execute("analyze accounts_job_nodes");
        check();
        checkOperating();
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
        ClaimRequest request = new ClaimRequest(
                1, List.of("test.job", "test.other"), Map.of("default", 100, "mailers", 20, "events", 50));
        List<JobOutcome> completed = LongStream.range(0, 500)
                .mapToObj(id -> new JobOutcome(
                        id, 1, JobState.COMPLETED, 0, Duration.ZERO, Optional.empty(), false, Optional.empty()))
                .toList();
        List<JobOutcome> deleted = LongStream.range(0, 500)
                .mapToObj(id -> new JobOutcome(
                        id, 1, JobState.COMPLETED, 0, Duration.ZERO, Optional.empty(), true, Optional.empty()))
                .toList();
        PostgresHeads heads = new PostgresHeads(DIALECT, SCHEMA);
        PostgresClaims claims = new PostgresClaims(DIALECT, SCHEMA);
        Head first = new Head("default", "test.job", 0, 0);
        Head other = new Head("default", "test.other", 0, 0);
        assertReads("heads", DUE, on -> heads.due(on, request.free().keySet(), request.kinds()));
        assertReads("claim of one kind", DUE, on -> claims.claim(on, request, List.of(first)));
        assertReads("claim of many kinds", DUE, on -> claims.claim(on, request, List.of(first, other)));
        assertReads("next due", DUE, on -> jobs.untilNext(on, request.free().keySet()));
        assertReads("acknowledgement", "accounts_jobs_pkey", on -> jobs.acknowledge(on, completed));
        assertReads("deletion", "accounts_jobs_pkey", on -> jobs.acknowledge(on, deleted));
        assertReads("completion by the handler", "accounts_jobs_pkey", on -> jobs.complete(on, 1, 1));
        assertReads("rescue", "accounts_jobs_executing_idx", on -> jobs.orphans(on, 0, 100));
        assertReads("held", "accounts_jobs_executing_idx", on -> jobs.heldBy(on, 1));
        assertReads("cancelled", "accounts_jobs_executing_idx", on -> jobs.unwantedOf(on, 1));
    }

    /** The statements of pruners and operators, which run in transactions with the settings of the engine's own. */
    private void checkOperating() throws SQLException {
        PruneRule over = new PruneRule(JobState.COMPLETED, Duration.ofHours(1), List.of("default"), false);
        FinishedJobs finished = new FinishedJobs(DIALECT, SCHEMA);
        JobViews views = new JobViews(DIALECT, SCHEMA);
        JobOperations operations = new JobOperations(DIALECT, SCHEMA);
        assertNotCompiled("prune", on -> finished.prune(on, over, 1_000));
        assertNotCompiled("counts", on -> views.counts(on, 100_000));
        assertNotCompiled("list", on -> views.list(on, JobFilter.all(), Cursor.start(), 20));
        assertNotCompiled(
                "list of a rare kind", on -> views.list(on, JobFilter.all().ofKind("test.other"), Cursor.start(), 20));
        JobFilter discarded = JobFilter.all().in(JobState.DISCARDED);
        assertNotCompiled(
                "retry", on -> operations.applyToAll(on, JobOperation.retry(), discarded, new JobId(0), 1_000));
        assertNotCompiled("oldest due", on -> DIALECT.heads(SCHEMA).of(on));
    }

    private void assertReads(String what, String index, Question question) throws SQLException {
        for (String mode : MODES) {
            assertThat(plan(mode, question))
                    .as("%s, %s", what, mode)
                    .contains(index)
                    .doesNotContain("Seq Scan on accounts_jobs")
                    .doesNotContain(Plans.COMPILED);
        }
    }

    private void assertNotCompiled(String what, Question question) throws SQLException {
        for (String mode : MODES) {
            assertThat(plan(mode, on -> {
                        try (Statement statement = on.createStatement()) {
                            statement.execute(DIALECT.transactionSettings());
                        }
                        return question.ask(on);
                    }))
                    .as("%s, %s", what, mode)
                    .doesNotContain(Plans.COMPILED);
        }
    }

    private String plan(String mode, Question question) throws SQLException {
        return new Plans(connection).of(mode, on -> {
            var unused = question.ask(on);
        });
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
