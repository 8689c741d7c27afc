package io.accounts4j.job;

/** Does the work of one kind of job. Called on threads of the engine, by several at once; an exception is a failure. */
public interface JobHandler {

    /** The kind of job this handles. */
    String kind();

    /** Does the work. May be called again for the same job: {@link JobRun#id} tells that it is the same. */
    JobResult run(JobRun job);
}
