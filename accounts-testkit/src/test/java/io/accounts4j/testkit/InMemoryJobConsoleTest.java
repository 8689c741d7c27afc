package io.accounts4j.testkit;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobHandler;
import io.accounts4j.testkit.contract.JobConsoleContract;
import java.time.Instant;
import java.util.List;

class InMemoryJobConsoleTest implements JobConsoleContract {

    @Override
    public QueueAndConsole emptyQueueAndConsole() {
        InMemoryJobs jobs =
                new InMemoryJobs(new InMemoryStore(), SettableClock.at(Instant.parse("2026-01-15T10:30:00.123456Z")));
        return new InMemoryDesk(jobs, new InMemoryJobConsole(jobs));
    }

    private record InMemoryDesk(InMemoryJobs queue, JobConsole console) implements QueueAndConsole {

        @Override
        public void run(JobHandler handler) {
            queue.drain(List.of(handler));
        }
    }
}
