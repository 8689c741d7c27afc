package io.accounts4j.job;

/** The verbs of {@link JobConsole} for one job in terms of {@link JobOperation}, for adapters. */
public abstract class AbstractJobConsole implements JobConsole {

    /** For adapters. */
    protected AbstractJobConsole() {}

    /** Changes the job; returns false where it is absent or its state does not allow {@code operation}. */
    protected abstract boolean apply(JobOperation operation, JobId id);

    @Override
    public final boolean retry(JobId id) {
        return apply(JobOperation.retry(), id);
    }

    @Override
    public final boolean cancel(JobId id) {
        return apply(JobOperation.cancel(), id);
    }

    @Override
    public final boolean discard(JobId id) {
        return apply(JobOperation.discard(), id);
    }

    @Override
    public final boolean delete(JobId id) {
        return apply(JobOperation.delete(), id);
    }
}
