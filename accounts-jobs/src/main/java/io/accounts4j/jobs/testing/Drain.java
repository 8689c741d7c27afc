package io.accounts4j.jobs.testing;

/**
 * Which jobs {@link JobTesting#drain(Drain)} runs, and how: those of one queue that are due now, each once, whatever they
 * queue left alone, failures kept with the job. Immutable.
 */
public final class Drain {

    private final String queue;
    private final boolean withScheduled;
    private final boolean withRecursion;
    private final boolean withSafety;
    private final int limit;

    private Drain(String queue, boolean withScheduled, boolean withRecursion, boolean withSafety, int limit) {
        this.queue = queue;
        this.withScheduled = withScheduled;
        this.withRecursion = withRecursion;
        this.withSafety = withSafety;
        this.limit = limit;
    }

    /** The jobs of {@code name}. */
    public static Drain queue(String name) {
        return new Drain(name, false, false, true, Integer.MAX_VALUE);
    }

    /** Those not yet due too: scheduled ones, and such as failed or were snoozed before. */
    public Drain withScheduled() {
        return new Drain(queue, true, withRecursion, withSafety, limit);
    }

    /** Those too that are queued meanwhile, until none is left. Each job is run once, so this comes to an end where they do. */
    public Drain withRecursion() {
        return new Drain(queue, withScheduled, true, withSafety, limit);
    }

    /** The exception of a job is kept with the job and is the cause of an {@link AssertionError}, which ends the drain. */
    public Drain withoutSafety() {
        return new Drain(queue, withScheduled, withRecursion, false, limit);
    }

    /** No more than {@code most} jobs, 1 or more. */
    public Drain limit(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("limit must be >= 1, got " + most);
        }
        return new Drain(queue, withScheduled, withRecursion, withSafety, most);
    }

    String queue() {
        return queue;
    }

    boolean isWithScheduled() {
        return withScheduled;
    }

    boolean isWithRecursion() {
        return withRecursion;
    }

    boolean isWithSafety() {
        return withSafety;
    }

    int limit() {
        return limit;
    }
}
