package io.accounts4j.testkit.contract;

import io.accounts4j.job.JobQueue;
import io.accounts4j.store.AccountStore;

/**
 * A store and a queue with common transactions.
 *
 * @param jobs a queue that writes in the transactions of {@code store}
 */
public record StoreAndQueue(AccountStore store, JobQueue jobs) {}
