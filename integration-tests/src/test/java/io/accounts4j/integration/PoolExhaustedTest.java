package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.integration.Rows.Registered;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Without a free connection a registration is refused in time, entirely, and works again as soon as there is one. */
@OnDatabases
class PoolExhaustedTest {

    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Parameter
    TestDatabase kind;

    @Test
    void a_registration_without_a_connection_fails_as_retryable_and_leaves_nothing() throws SQLException {
        try (HikariDataSource pool = smallPool()) {
            exhaustAndRelease(pool);
        }
    }

    private HikariDataSource smallPool() {
        HikariDataSource fresh = kind.freshDatabase();
        AccountsSchema.migrate(fresh);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(fresh.getJdbcUrl());
        config.setUsername(fresh.getUsername());
        config.setPassword(fresh.getPassword());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    private static void exhaustAndRelease(HikariDataSource pool) throws SQLException {
        House house = House.over(pool, new RecordingMailer());
        for (int round = 0; round < 3; round++) {
            List<Connection> held = holdAll(pool);
            long began = System.nanoTime();
            AccountsException refused = catchThrowableOfType(
                    AccountsException.class,
                    () -> house.accounts().registration().register(Fixtures.newUser("late@example.com")));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            release(held);
            assertThat(refused).isNotNull();
            assertThat(refused.retryable()).isTrue();
            // The pool's patience and a generous allowance for a busy machine, far from the default of 30 seconds.
            assertThat(took).isLessThan(PATIENCE.plusSeconds(5));
            assertThat(new Rows(pool).all()).isEqualTo(Registered.NOT);
        }
        assertThat(house.accounts().registration().register(Fixtures.newUser("late@example.com")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(new Rows(pool).all()).isEqualTo(Registered.ONCE);
    }

    private static List<Connection> holdAll(HikariDataSource pool) throws SQLException {
        List<Connection> held = new ArrayList<>();
        while (held.size() < CONNECTIONS) {
            held.add(pool.getConnection());
        }
        return held;
    }

    private static void release(List<Connection> held) throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
    }
}
