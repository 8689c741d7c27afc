package io.accounts4j.testkit.liars;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobState;
import io.accounts4j.job.JobSummary;
import io.accounts4j.page.Cursor;
import io.accounts4j.testkit.contract.JobConsoleContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

/** Consoles that retry jobs otherwise than they promise. */
final class LyingRetries {

    private LyingRetries() {}

    /** Once a job was retried, it is {@code shown} by what it was before and what it should be now. */
    private static LyingConsole changing(BinaryOperator<JobDetail> shown) {
        Map<JobId, JobDetail> before = new ConcurrentHashMap<>();
        return LyingConsole.with(honest -> {
            JobConsole remembering = Lie.in(JobConsole.class, "retry", honest, arguments -> {
                JobId id = (JobId) arguments[0];
                Optional<JobDetail> job = honest.find(id);
                boolean retried = honest.retry(id);
                job.filter(found -> retried).ifPresent(found -> before.put(id, found));
                return retried;
            });
            return Lie.in(
                    JobConsole.class,
                    "find",
                    remembering,
                    arguments -> honest.find((JobId) arguments[0])
                            .map(now -> before.containsKey(now.summary().id())
                                    ? shown.apply(before.get(now.summary().id()), now)
                                    : now));
        });
    }

    private static LyingConsole changingAttempts(BinaryOperator<JobSummary.Attempts> attempts) {
        return changing((before, now) -> {
            JobSummary job = now.summary();
            JobSummary.Attempts shown = attempts.apply(before.summary().attempts(), job.attempts());
            JobSummary changed =
                    new JobSummary(job.id(), job.kind(), job.queue(), job.state(), shown, job.times(), job.tags());
            return new JobDetail(
                    changed, now.priority(), now.arguments(), now.errors(), now.node(), now.cancelRequested());
        });
    }

    /** Counts attempts from the start. */
    static class CountingAttemptsAnew implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return changingAttempts(
                    (before, now) -> new JobSummary.Attempts(now.made() - before.made(), now.allowed()));
        }
    }

    /** Allows one attempt more also where some are left. */
    static class AlwaysAllowingMore implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return changingAttempts((before, now) -> new JobSummary.Attempts(now.made(), before.allowed() + 1));
        }
    }

    /** Leaves the mark on a job that it is to be called off, and so has it called off again. */
    static class StillCallingOff implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return changing((before, now) -> new JobDetail(
                    now.summary(),
                    now.priority(),
                    now.arguments(),
                    now.errors(),
                    now.node(),
                    before.summary().state() == JobState.CANCELLED
                            && before.summary().attempts().made() > 0));
        }
    }

    /** Holds that nothing is left to do where a job is done. */
    static class DoneIsDone implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about("retry", LyingConsole.in(JobState.COMPLETED, false));
        }
    }

    /** Looks whether a job is discarded, then says that it was retried. */
    static class CheckThenAct implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            Meeting meeting = Meeting.ofEight();
            return LyingConsole.about("retry", (honest, id) -> {
                boolean discarded = LyingConsole.isIn(JobState.DISCARDED, honest, id);
                meeting.await();
                return discarded ? Optional.of(honest.retry(id) || true) : Optional.empty();
            });
        }
    }

    /** Takes up a job that is being run, which runs twice then. */
    static class RetryingWhatRuns implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about("retry", LyingConsole.in(JobState.EXECUTING, true));
        }
    }

    private static LyingConsole together(Together lie) {
        return LyingConsole.in("applyToAll", (honest, arguments) -> {
            JobOperation operation = (JobOperation) arguments[0];
            JobFilter filter = (JobFilter) arguments[1];
            int limit = (int) arguments[2];
            return filter.state().equals(Optional.of(JobState.DISCARDED))
                    ? lie.retry(honest, filter, limit)
                    : honest.applyToAll(operation, filter, limit);
        });
    }

    /** The operation that retries many jobs. */
    private interface Together {
        int retry(JobConsole honest, JobFilter filter, int limit);
    }

    /** Does not ask for the kind. */
    static class RetryingEveryKind implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return together((honest, filter, limit) -> honest.applyToAll(
                    JobOperation.retry(),
                    new JobFilter(
                            filter.state(),
                            filter.queue(),
                            Optional.empty(),
                            filter.subject(),
                            filter.age(),
                            filter.tag()),
                    limit));
        }
    }

    /** Does not ask for the queue. */
    static class RetryingEveryQueue implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return together((honest, filter, limit) -> honest.applyToAll(
                    JobOperation.retry(),
                    new JobFilter(
                            filter.state(),
                            Optional.empty(),
                            filter.kind(),
                            filter.subject(),
                            filter.age(),
                            filter.tag()),
                    limit));
        }
    }

    /** Retries all there are. */
    static class RetryingWithoutLimit implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return together((honest, filter, limit) -> honest.applyToAll(JobOperation.retry(), filter, 1_000));
        }
    }

    /** Also retries what was called off on purpose. */
    static class RetryingWhatWasCalledOff implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return together((honest, filter, limit) -> {
                List<JobSummary> calledOff = honest.list(filter.in(JobState.CANCELLED), Cursor.start(), 1_000)
                        .items();
                calledOff.forEach(job -> honest.retry(job.id()));
                return honest.applyToAll(JobOperation.retry(), filter, limit);
            });
        }
    }
}
