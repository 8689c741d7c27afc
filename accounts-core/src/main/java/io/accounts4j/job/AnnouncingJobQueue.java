package io.accounts4j.job;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.transaction.Transactions;

/**
 * A queue that announces each job on the bus once its transaction has committed, so that engines run it at once instead of at
 * their next poll. {@code Accounts} queues through one. Thread-safe as far as the queue is.
 */
public final class AnnouncingJobQueue implements JobQueue, JobAnnouncer {

    private final JobQueue queue;
    private final Transactions transactions;
    private final EventBus bus;

    private AnnouncingJobQueue(JobQueue queue, Transactions transactions, EventBus bus) {
        this.queue = queue;
        this.transactions = transactions;
        this.bus = bus;
    }

    /**
     * Returns {@code queue}, announced on {@code bus} after the commit of {@code transactions}; {@code queue} itself where it
     * announces its jobs there already, so that a job is announced once.
     */
    public static JobQueue over(JobQueue queue, Transactions transactions, EventBus bus) {
        return queue instanceof JobAnnouncer announcer && announcer.announcesOn(bus)
                ? queue
                : new AnnouncingJobQueue(queue, transactions, bus);
    }

    @Override
    public boolean announcesOn(EventBus other) {
        return bus.equals(other);
    }

    @Override
    public JobId enqueue(NewJob job) {
        JobId id = queue.enqueue(job);
        transactions.afterCommit(
                () -> bus.publish(new Signal(Signal.JOBS, job.options().queue())));
        return id;
    }

    @Override
    public boolean cancel(JobId id) {
        return queue.cancel(id);
    }
}
