package io.accounts4j.testkit.contract;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobQueue;

/** Where the contracts of {@link JobConsole} get one, and what they do there. */
public interface ConsoleFixture {

    /** A console over no jobs, and what puts jobs there; another one at every call. */
    QueueAndConsole emptyQueueAndConsole();

    /** A console with the queue it looks at. */
    interface QueueAndConsole {

        /** What is tested. */
        JobConsole console();

        /** Puts jobs where the console looks. */
        JobQueue queue();

        /** Has {@code handler} run each due job of its kind once at least, and comes back when none is running. */
        void run(JobHandler handler);
    }
}
