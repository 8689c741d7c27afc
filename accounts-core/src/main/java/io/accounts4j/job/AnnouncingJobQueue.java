package io.accounts4j.job;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.transaction.Transactions;

/**
 * Announces each job on the bus once its transaction has committed, so that whoever runs jobs need not wait for his next
 * look. {@code Accounts} queues through one; a host wraps its own queue likewise. Thread-safe as far as the queue is.
 */
public final class AnnouncingJobQueue implements JobQueue {

    private final JobQueue queue;
    private final Transactions transactions;
    private final EventBus bus;

    /** Over the queue that stores, the transactions it stores in, and the bus to tell. */
    public AnnouncingJobQueue(JobQueue queue, Transactions transactions, EventBus bus) {
        this.queue = queue;
        this.transactions = transactions;
        this.bus = bus;
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
