package io.accounts4j.integration.faults;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobQueue;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Queues jobs at a steady rate and keeps its own journal of what was acknowledged and of what became of nobody knows. */
final class Client implements AutoCloseable {

    private final JobQueue queue;
    private final EventBus bus;
    private final int longest;
    private final Random random = new Random(Rounds.SEED);
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

    /** Of jobs that take up to {@code longest} milliseconds. */
    Client(FaultDatabase database, EventBus bus, int longest) {
        this.queue = JdbcJobQueue.on(CurrentConnection.from(database.dataSource()));
        this.bus = bus;
        this.longest = longest;
    }

    Client start(int perSecond) {
        var unused = pace.scheduleAtFixedRate(this::enqueue, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
        return this;
    }

    private void enqueue() {
        var unused = enqueue(JobOptions.queue("default"));
    }

    /** One more, with what it is known by. */
    String enqueue(JobOptions options) {
        String key = "job-" + count.incrementAndGet();
        try {
            long id = queue.enqueue(NotingHandler.job(key, random.nextInt(longest), options))
                    .value();
            acknowledged.put(key, id);
            bus.publish(new Signal(Signal.JOBS, options.queue()));
        } catch (RuntimeException e) {
            unknown.add(key);
        }
        return key;
    }

    /** Ids by key. */
    Map<String, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Keys of jobs that are stored or not. */
    Set<String> unknown() {
        return Set.copyOf(unknown);
    }

    /** Queues no more. */
    @Override
    public void close() {
        pace.shutdown();
        try {
            boolean unused = pace.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
