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
 * An event bus over {@code LISTEN} and {@code NOTIFY}: every node that shares the database hears every signal. Subscribers on
 * the publishing node hear it at once, without the database.
 *
 * <p>Signals are sent by a thread of their own, never in the caller's transaction, and the same signal at most once in 100
 * ms, because a notification in every commit slows commits down several times. Listening holds one connection; a lost one is
 * opened again by itself, and subscribers then hear {@link Signal#ANYTHING}, because what was said meanwhile is lost. Needs
 * direct connections or a pooler in session mode. Thread-safe.
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

    /** Starts listening and sending over two connections of {@code dataSource}; a database that is down is waited for. */
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

    /** How its two threads are doing. */
    public List<LoopStatus> loops() {
        return supervisor.status();
    }

    /** Ends both threads and gives their connections back. Signals that were not sent yet are dropped. */
    @Override
    public void close() {
        supervisor.close();
    }
}
