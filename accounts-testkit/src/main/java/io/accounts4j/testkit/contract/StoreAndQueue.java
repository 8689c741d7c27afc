package io.accounts4j.testkit.contract;

import io.accounts4j.job.JobQueue;
import io.accounts4j.store.AccountStore;

/**
 * Two parts that share their transactions.
 *
 * @param jobs writes in the transactions of {@code store}
 */
public record StoreAndQueue(AccountStore store, JobQueue jobs) {}
