package io.accounts4j.jobs;

/** The treatment of ticks of a {@link Cron} that are more than a minute late, because no node was running. */
public enum CatchUp {
    /** They are left out. */
    NONE(true, 1),
    /** The last one stands for all. */
    ONE(false, 1),
    /** Each is made up for, the last hundred at most. */
    ALL(false, 100);

    private final boolean skipsMissed;
    private final int most;

    CatchUp(boolean skipsMissed, int most) {
        this.skipsMissed = skipsMissed;
        this.most = most;
    }

    boolean skipsMissed() {
        return skipsMissed;
    }

    int most() {
        return most;
    }
}
