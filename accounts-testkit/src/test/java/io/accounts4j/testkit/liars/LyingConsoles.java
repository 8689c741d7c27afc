package io.accounts4j.testkit.liars;

import io.accounts4j.job.JobState;
import io.accounts4j.testkit.contract.JobConsoleContract;
import java.util.Optional;

/** Consoles that call jobs off, give them up and delete them otherwise than they promise. */
final class LyingConsoles {

    private LyingConsoles() {}

    /** Says that it has called off what was never there. */
    static class CallingOffNobody implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about(
                    "cancel", (honest, id) -> honest.find(id).isEmpty() ? Optional.of(true) : Optional.empty());
        }
    }

    /** Calls off what is to be run later, and misses what is due. */
    static class CallingOffTheDelayedOnly implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about("cancel", LyingConsole.in(JobState.AVAILABLE, false));
        }
    }

    /** Says that it has called off what was done long before. */
    static class CallingOffWhatIsDone implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about("cancel", LyingConsole.in(JobState.COMPLETED, true));
        }
    }

    /** Gives up also what was called off. */
    static class OverrulingTheEnd implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about(
                    "discard",
                    (honest, id) -> LyingConsole.isIn(JobState.CANCELLED, honest, id) && honest.retry(id)
                            ? Optional.of(honest.discard(id))
                            : Optional.empty());
        }
    }

    /** Says that it has given up what runs on. */
    static class GivingUpWhatRuns implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about("discard", LyingConsole.in(JobState.EXECUTING, true));
        }
    }

    /** Says that it has deleted what runs on. */
    static class DeletingWhatRuns implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about("delete", LyingConsole.in(JobState.EXECUTING, true));
        }
    }

    /** Keeps what is done. */
    static class KeepingWhatIsDone implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about("delete", LyingConsole.in(JobState.COMPLETED, false));
        }
    }

    /** Calls off where it should delete. */
    static class CallingOffInstead implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.about(
                    "delete",
                    (honest, id) -> LyingConsole.isIn(JobState.AVAILABLE, honest, id)
                            ? Optional.of(honest.cancel(id))
                            : Optional.empty());
        }
    }
}
