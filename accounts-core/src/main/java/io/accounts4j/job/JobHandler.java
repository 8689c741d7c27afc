package io.accounts4j.job;

import java.util.Optional;

/** Does the work of one kind of job. Called on threads of the engine, by several at once; an exception is a failure. */
public interface JobHandler {

    /** The kind of job this handles. */
    String kind();

    /**
     * The queue in which its jobs wait, where there is one for all of them. An engine that does not work on that queue refuses to
     * start, unless another one is declared to.
     */
    default Optional<String> queue() {
        return Optional.empty();
    }

    /** Does the work. May be called again for the same job: {@link JobRun#id} tells that it is the same. */
    JobResult run(JobRun job);
}
