package io.accounts4j.testkit.contract;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobQueue;

/** The fixture of the contracts of {@link JobConsole}. */
public interface ConsoleFixture {

    /** Returns a new console over no jobs, with its queue. */
    QueueAndConsole emptyQueueAndConsole();

    /** A console with the queue of its jobs. */
    interface QueueAndConsole {

        /** The console under test. */
        JobConsole console();

        /** The queue whose jobs the console shows. */
        JobQueue queue();

        /** Runs each due job of the kind of {@code handler} at least once, and returns when none is running. */
        void run(JobHandler handler);
    }
}
