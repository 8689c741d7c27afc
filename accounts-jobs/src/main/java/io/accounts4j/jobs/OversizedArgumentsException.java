package io.accounts4j.jobs;

import io.accounts4j.jobs.enqueue.ArgumentLimits;

/**
 * The arguments are larger than a job may carry: keep the data in a table of its own, and its id in the job. The message
 * does not quote the arguments.
 */
public final class OversizedArgumentsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int size;

    OversizedArgumentsException(String kind, int size) {
        super("arguments of " + kind + " take " + size + " bytes as JSON, more than the " + Worker.MAX_ARGUMENTS
                + " that a job carries: store the data elsewhere and give the job its id");
        this.size = size;
    }

    /** {@code json} if a job may carry it as its arguments. */
    static String checked(String kind, String json) {
        int size = ArgumentLimits.oversize(json, Worker.MAX_ARGUMENTS);
        if (size > 0) {
            throw new OversizedArgumentsException(kind, size);
        }
        return ArgumentLimits.storable(kind, json);
    }

    /** The size of the refused arguments in bytes, as JSON in UTF-8; the limit is {@link Worker#MAX_ARGUMENTS}. */
    public int size() {
        return size;
    }
}
