package io.accounts4j.job;

/** The verbs of {@link QueueControl} in terms of {@link QueueSetting}, for adapters that store settings. */
public abstract class AbstractQueueControl implements QueueControl {

    /** For adapters. */
    protected AbstractQueueControl() {}

    /**
     * Stores {@code setting}: a value in it takes the place of the earlier one, and where it is for all nodes also of those
     * for single nodes; an empty field leaves what there is.
     */
    protected abstract void apply(QueueSetting setting);

    @Override
    public void pause(String queue, Nodes nodes) {
        apply(QueueSetting.paused(queue, nodes, true));
    }

    @Override
    public final void resume(String queue, Nodes nodes) {
        apply(QueueSetting.paused(queue, nodes, false));
    }

    @Override
    public final void scale(String queue, int limit, Nodes nodes) {
        apply(QueueSetting.scaled(queue, nodes, limit));
    }

    @Override
    public final void start(String queue, int limit, Nodes nodes) {
        apply(QueueSetting.started(queue, nodes, limit));
    }

    @Override
    public final void stop(String queue, Nodes nodes) {
        apply(QueueSetting.stopped(queue, nodes));
    }
}
