package io.accounts4j.benchmarks;

/** Something that stores jobs and runs them: ours, a peer, or the floor. Its jobs do nothing but report to {@link Handled}. */
interface JobSystem {

    /** Stores job {@code n}, durably when this returns. */
    void enqueue(int n);

    /** Stores so many, durably when this returns. */
    void enqueueAll(int count);

    /** Begins to run what is stored. */
    void start();

    /** Returns whether no stored job has still to be run or acknowledged. */
    boolean isDone();

    /** Runs no more; harmless where it never did. */
    void stop();

    /** Forgets all jobs and their history. */
    void clear();
}
