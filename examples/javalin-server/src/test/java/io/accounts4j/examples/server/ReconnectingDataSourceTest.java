package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconnectingDataSourceTest {

    private final SQLException refused = new SQLException("connection refused", "08001");
    private final SQLException starting = new SQLException("the database system is starting up", "57P03");
    private final SQLException wrongPassword = new SQLException("password authentication failed", "28P01");

    private final Deque<SQLException> failures = new ArrayDeque<>();
    private final ReconnectingDataSource source = new ReconnectingDataSource(this::open);

    private Connection open() throws SQLException {
        if (failures.isEmpty()) {
            return TestDatabase.H2.freshDatabase().getConnection();
        }
        throw failures.pop();
    }

    @Test
    void aDatabaseThatWasThereIsWaitedFor() throws SQLException {
        source.getConnection().close();
        failures.addAll(List.of(refused, refused, starting));
        long asked = System.nanoTime();

        source.getConnection().close();

        assertThat(failures).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .as("three pauses")
                .isBetween(Duration.ofMillis(700), Duration.ofSeconds(5));
    }

    @Test
    void oneThatWasNeverThereIsNot() {
        failures.add(refused);

        assertThatThrownBy(source::getConnection).isSameAs(refused);
    }

    @Test
    void oneThatRefusesUsIsNot() throws SQLException {
        source.getConnection().close();
        failures.addAll(List.of(refused, wrongPassword));

        assertThatThrownBy(source::getConnection).isSameAs(wrongPassword);
    }

    @Test
    void aPoolThatClosesIsLetGo() throws SQLException {
        source.getConnection().close();
        failures.addAll(List.of(refused, refused));
        Thread.currentThread().interrupt();

        assertThatThrownBy(source::getConnection).isSameAs(refused);
        assertThat(Thread.interrupted()).isTrue();
    }
}
