package io.accounts4j.jobs.enqueue;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.job.JobId;
import io.accounts4j.jobs.sql.Inserted;
import io.accounts4j.jobs.sql.NewRow;
import io.accounts4j.transaction.Transactions;
import java.util.List;
import java.util.stream.Stream;

/** Says on the bus, once the transaction is committed, which queues have jobs. Thread-safe as far as its parts are. */
public final class AnnouncingWriter implements JobWriter {

    private final JobWriter sink;
    private final Transactions transactions;
    private final EventBus bus;

    /** Over a writer, the transactions that it writes in, and the bus to publish on. */
    public AnnouncingWriter(JobWriter sink, Transactions transactions, EventBus bus) {
        this.sink = sink;
        this.transactions = transactions;
        this.bus = bus;
    }

    /** Returns whether this publishes on {@code other}. */
    public boolean isOn(EventBus other) {
        return bus.equals(other);
    }

    @Override
    public Inserted insert(NewRow job) {
        Inserted inserted = sink.insert(job);
        announce(Stream.of(job));
        return inserted;
    }

    @Override
    public List<Inserted> insertAll(List<NewRow> jobs) {
        List<Inserted> inserted = sink.insertAll(jobs);
        announce(jobs.stream());
        return inserted;
    }

    @Override
    public boolean cancel(JobId id) {
        return sink.cancel(id);
    }

    @Override
    public int erase(String subject) {
        return sink.erase(subject);
    }

    private void announce(Stream<NewRow> jobs) {
        List<String> queues = jobs.map(job -> job.options().queue()).distinct().toList();
        transactions.afterCommit(() -> queues.forEach(queue -> bus.publish(new Signal(Signal.JOBS, queue))));
    }
}
