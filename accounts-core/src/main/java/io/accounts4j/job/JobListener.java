package io.accounts4j.job;

/**
 * Is told what an engine does, for meters and traces. Called on the threads that run jobs, by several at once, so it returns
 * quickly; what it throws is logged and touches no job.
 */
@FunctionalInterface
public interface JobListener {

    /** Something happened. */
    void on(JobEvent event);
}
