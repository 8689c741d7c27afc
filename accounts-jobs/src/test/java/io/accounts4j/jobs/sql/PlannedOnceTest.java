package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL a connection does not plan a claim anew at each execution, however its table changes. */
class PlannedOnceTest {

    private static final int TIMES = 20;

    private final JobTable jobs = new JobTable(new PostgresDialect(), Schema.ofConnection());
    private final ClaimRequest request = new ClaimRequest(1, List.of("test.job", "test.other"), Map.of("default", 5));

    private final HikariDataSource pool = TestDatabase.POSTGRES.freshDatabase();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        AccountsSchema.migrate(pool);
        connection = pool.getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        pool.close();
    }

    @Test
    void plansAClaimOnceWhileTheTableGrows() throws SQLException {
        claimAndLook();
        for (String kinds : List.of("'test.job'", "case n % 2 when 0 then 'test.job' else 'test.other' end")) {
            execute("insert into accounts_jobs (kind, args) select " + kinds
                    + ", '{}' from generate_series(1, 10000) n");
            execute("analyze accounts_jobs");
            claimAndLook();
        }
        assertThat(number(
                        "select sum(custom_plans) from pg_prepared_statements where statement like '%accounts_jobs%'"))
                .isZero();
        assertThat(number("select sum(generic_plans) from pg_prepared_statements"))
                .isPositive();
    }

    @Test
    void leavesTheSettingsOfTheConnectionAlone() throws SQLException {
        execute("set jit = on; set plan_cache_mode = force_custom_plan");
        claimAndLook();
        assertThat(number("select count(*) from pg_settings where name = 'jit' and setting = 'on'"
                        + " or name = 'plan_cache_mode' and setting = 'force_custom_plan'"))
                .isEqualTo(2);
    }

    private void claimAndLook() throws SQLException {
        for (int time = 0; time < TIMES; time++) {
            var claimed = jobs.claim(connection, request);
            var next = jobs.untilNext(connection, request.free().keySet());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
