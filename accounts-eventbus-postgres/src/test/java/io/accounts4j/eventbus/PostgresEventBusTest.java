package io.accounts4j.eventbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.event.Signal;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@OnDatabases(TestDatabase.POSTGRES)
class PostgresEventBusTest {

    private static final Signal SIGNAL = new Signal("users", "ann");
    private static final Signal ANYTHING = new Signal("users", Signal.ANYTHING);

    private final HikariDataSource database;
    private final PostgresEventBus here;
    private final PostgresEventBus there;
    private final BlockingQueue<Signal> heardHere = new LinkedBlockingQueue<>();
    private final BlockingQueue<Signal> heardThere = new LinkedBlockingQueue<>();

    PostgresEventBusTest(TestDatabase postgres) {
        database = postgres.freshDatabase();
        here = PostgresEventBus.over(database);
        there = PostgresEventBus.over(database);
    }

    @BeforeEach
    void listen() throws Exception {
        here.subscribe("users", heardHere::add);
        there.subscribe("users", heardThere::add);
        untilListening();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void tellsTheOtherNode() throws Exception {
        here.publish(SIGNAL);
        assertThat(next(heardThere)).isEqualTo(SIGNAL);
    }

    @Test
    void tellsItsOwnSubscribersAtOnceAndOnce() throws Exception {
        here.publish(SIGNAL);
        assertThat(heardHere).contains(SIGNAL);
        heardHere.clear();
        there.publish(new Signal("users", "last"));
        assertThat(next(heardHere)).isEqualTo(new Signal("users", "last"));
    }

    @Test
    void saysTheSameOnceHoweverOftenItIsPublishedAtATime() throws Exception {
        here.publish(new Signal("users", "first"));
        for (int i = 0; i < 1_000; i++) {
            here.publish(SIGNAL);
        }
        here.publish(new Signal("users", "last"));
        int repeats = 0;
        for (Signal heard = next(heardThere); !heard.key().equals("last"); heard = next(heardThere)) {
            repeats += heard.equals(SIGNAL) ? 1 : 0;
        }
        assertThat(repeats).isBetween(1, 20);
    }

    @Test
    void leavesOtherTopicsAlone() throws Exception {
        here.publish(new Signal("jobs", "mailers"));
        here.publish(SIGNAL);
        assertThat(next(heardThere)).isEqualTo(SIGNAL);
    }

    @Test
    void keepsOddKeysAsTheyAre() throws Exception {
        Signal odd = new Signal("users", "a\nb'; -- ü 🎈");
        here.publish(odd);
        assertThat(next(heardThere)).isEqualTo(odd);
    }

    @Test
    void comesBackWhenItsConnectionsAreKilledAndSaysThatSomethingMayBeMissing() throws Exception {
        terminateAllOthers();
        assertThat(next(heardThere)).isEqualTo(ANYTHING);
        untilListening();
        here.publish(SIGNAL);
        assertThat(next(heardThere)).isEqualTo(SIGNAL);
    }

    @Test
    void publishesWithoutFailingWhileThereIsNoDatabase() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"127.0.0.1"});
        nowhere.setPortNumbers(new int[] {1});
        try (PostgresEventBus alone = PostgresEventBus.over(nowhere)) {
            BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();
            alone.subscribe("users", heard::add);
            assertThatCode(() -> alone.publish(SIGNAL)).doesNotThrowAnyException();
            assertThat(heard).containsExactly(SIGNAL);
        }
    }

    /** Both nodes listen, and nothing said before that is still on its way. */
    private void untilListening() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (listeners() < 2 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        here.publish(new Signal("users", "ready"));
        there.publish(new Signal("users", "ready too"));
        skipTo(heardThere, "ready");
        skipTo(heardHere, "ready too");
        heardHere.clear();
        heardThere.clear();
    }

    private static void skipTo(BlockingQueue<Signal> heard, String key) throws InterruptedException {
        while (!next(heard).key().equals(key)) {
            assertThat(heard).hasSizeLessThan(100);
        }
    }

    private static Signal next(BlockingQueue<Signal> heard) throws InterruptedException {
        Signal signal = heard.poll(30, TimeUnit.SECONDS);
        assertThat(signal).as("a signal").isNotNull();
        return signal;
    }

    private int listeners() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and query ilike 'listen%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void terminateAllOthers() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
            // The pool would hand one of them out unlooked at, half a second long.
            database.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
