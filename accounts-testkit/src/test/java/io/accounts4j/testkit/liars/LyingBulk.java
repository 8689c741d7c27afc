package io.accounts4j.testkit.liars;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobOperation.Action;
import io.accounts4j.job.JobState;
import io.accounts4j.page.Cursor;
import io.accounts4j.testkit.contract.JobConsoleContract;
import java.time.Duration;
import java.util.Optional;

/** Consoles that change many jobs otherwise than they promise. */
final class LyingBulk {

    private LyingBulk() {}

    /** The operation that changes many jobs. */
    private interface Many {
        int apply(JobConsole honest, JobOperation operation, JobFilter filter, int limit);
    }

    private static LyingConsole many(Many lie) {
        return LyingConsole.in(
                "applyToAll",
                (honest, arguments) ->
                        lie.apply(honest, (JobOperation) arguments[0], (JobFilter) arguments[1], (int) arguments[2]));
    }

    /** Gives up where it should call off. */
    static class GivingUpInstead implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return many((honest, operation, filter, limit) -> honest.applyToAll(
                    operation.action() == Action.CANCEL ? JobOperation.discard() : operation, filter, limit));
        }
    }

    /** Passes over what is to be run later. */
    static class MissingTheDelayed implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return many((honest, operation, filter, limit) -> honest.applyToAll(
                    operation, operation.action() == Action.DISCARD ? filter.in(JobState.AVAILABLE) : filter, limit));
        }
    }

    /** Deletes more than was asked for. */
    static class DeletingEveryAge implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return many((honest, operation, filter, limit) -> honest.applyToAll(
                    operation, filter.age().isPresent() ? filter.olderThan(Duration.ZERO) : filter, limit));
        }
    }

    /** Takes any job for one about the subject. */
    static class ListingEverySubject implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.in("list", (honest, arguments) -> {
                JobFilter filter = (JobFilter) arguments[0];
                JobFilter anybody = new JobFilter(
                        filter.state(), filter.queue(), filter.kind(), Optional.empty(), filter.age(), filter.tag());
                return honest.list(anybody, (Cursor) arguments[1], (int) arguments[2]);
            });
        }
    }

    /** Makes what is to be run later due at once. */
    static class ReschedulingToNow implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return many((honest, operation, filter, limit) -> honest.applyToAll(
                    operation.action() == Action.RESCHEDULE ? JobOperation.retry() : operation,
                    operation.action() == Action.RESCHEDULE ? filter.in(JobState.SCHEDULED) : filter,
                    limit));
        }
    }

    /** Does nothing, and says so, where it is asked for nothing. */
    static class DoingNothing implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return many(
                    (honest, operation, filter, limit) -> limit < 1 ? 0 : honest.applyToAll(operation, filter, limit));
        }
    }
}
