package io.accounts4j.testkit.liars;

import io.accounts4j.job.JobQueue;
import io.accounts4j.job.NewJob;
import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.InMemoryJobs;
import io.accounts4j.testkit.InMemoryStore;
import io.accounts4j.testkit.contract.AccountsContract;
import io.accounts4j.testkit.contract.JobQueueContract;
import io.accounts4j.testkit.contract.StoreAndQueue;
import io.accounts4j.testkit.contract.TransactionsContract;
import io.accounts4j.transaction.Transactions;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Transactions that lie, and queues that keep out of them. */
final class LyingTransactions {

    private LyingTransactions() {}

    private static AccountStore lying(InMemoryStore honest, String method, Lie.Answer answer) {
        return Lie.store(honest, "transactions", Lie.in(Transactions.class, method, honest.transactions(), answer));
    }

    /** Commits each statement. */
    static class AutoCommit implements TransactionsContract {
        @Override
        public AccountStore emptyStore() {
            return lying(new InMemoryStore(), "inTransaction", arguments -> ((Supplier<?>) arguments[0]).get());
        }
    }

    /** Opens a transaction of its own inside another. */
    static class NeverJoining implements TransactionsContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "inTransaction", arguments -> {
                Supplier<?> work = (Supplier<?>) arguments[0];
                if (!honest.transactions().isOpen()) {
                    return honest.transactions().inTransaction(work);
                }
                try {
                    return CompletableFuture.supplyAsync(
                                    () -> honest.transactions().inTransaction(work))
                            .join();
                } catch (CompletionException e) {
                    throw e.getCause();
                }
            });
        }
    }

    /** Joins, and forgets that the inner work has failed. */
    static class CommittingFailedWork implements TransactionsContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "inTransaction", arguments -> {
                Supplier<?> work = (Supplier<?>) arguments[0];
                return honest.transactions().isOpen()
                        ? work.get()
                        : honest.transactions().inTransaction(work);
            });
        }
    }

    /** Tells before the commit. */
    static class TellingTooEarly implements TransactionsContract {
        @Override
        public AccountStore emptyStore() {
            return lying(new InMemoryStore(), "afterCommit", arguments -> {
                ((Runnable) arguments[0]).run();
                return null;
            });
        }
    }

    /** Stores jobs in a database of its own, so that a rollback keeps them. */
    static class QueueElsewhere implements JobQueueContract {
        @Override
        public StoreAndQueue emptyStoreAndQueue() {
            return elsewhere();
        }
    }

    /** Stores every job, whatever its key. */
    static class QueueIgnoringKeys implements JobQueueContract {
        @Override
        public StoreAndQueue emptyStoreAndQueue() {
            InMemoryStore store = new InMemoryStore();
            InMemoryJobs jobs = new InMemoryJobs(store, Clock.systemUTC());
            return new StoreAndQueue(store, Lie.in(JobQueue.class, "enqueue", jobs, arguments -> {
                NewJob job = (NewJob) arguments[0];
                return jobs.enqueue(new NewJob(job.kind(), job.version(), job.arguments(), job.options()));
            }));
        }
    }

    /** The same, under the façade. */
    static class AccountsWithQueueElsewhere implements AccountsContract {
        @Override
        public StoreAndQueue emptyStoreAndQueue() {
            return elsewhere();
        }
    }

    private static StoreAndQueue elsewhere() {
        JobQueue jobs = new InMemoryJobs(new InMemoryStore(), Clock.systemUTC());
        return new StoreAndQueue(new InMemoryStore(), jobs);
    }
}
