package io.accounts4j.eventbus;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.supervision.LoopStatus;
import io.accounts4j.supervision.RestartBackoff;
import io.accounts4j.supervision.Supervisor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * An event bus over {@code LISTEN} and {@code NOTIFY}: every node that shares the database receives every signal. Subscribers on
 * the publishing node receive it at once, without the database.
 *
 * <p>A thread of the bus sends the signals, never the caller's transaction, and the same signal at most once in 100 ms, because
 * a notification in every commit makes commits several times slower. Listening holds one connection. The bus replaces a lost
 * connection; subscribers then receive {@link Signal#ANYTHING}, because signals of the meantime are lost. Requires direct
 * connections or a pooler in session mode. Thread-safe.
 */
public final class PostgresEventBus implements EventBus, AutoCloseable {

    private static final RestartBackoff RESTARTS =
            new RestartBackoff(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final InProcessEventBus local = new InProcessEventBus();
    private final Topics topics = new Topics(local);
    private final Outbox outbox = new Outbox();
    private final Supervisor supervisor = new Supervisor(RESTARTS);

    private PostgresEventBus(DataSource dataSource) {
        String node = UUID.randomUUID().toString();
        supervisor.start("accounts-eventbus-listener", new Listener(dataSource, node, topics));
        supervisor.start("accounts-eventbus-notifier", new Notifier(dataSource, node, outbox));
    }

    /** Starts to listen and to send over two connections of {@code dataSource}; retries while the database is down. */
    public static PostgresEventBus over(DataSource dataSource) {
        return new PostgresEventBus(dataSource);
    }

    @Override
    public void publish(Signal signal) {
        local.publish(signal);
        outbox.add(signal);
    }

    @Override
    public Subscription subscribe(String topic, Consumer<Signal> subscriber) {
        topics.add(topic);
        return local.subscribe(topic, subscriber);
    }

    /** The states of the two threads. */
    public List<LoopStatus> loops() {
        return supervisor.status();
    }

    /** Stops both threads and returns their connections. Signals that were not sent yet are dropped. */
    @Override
    public void close() {
        supervisor.close();
    }
}
