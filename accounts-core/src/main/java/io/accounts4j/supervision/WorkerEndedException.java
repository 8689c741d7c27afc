package io.accounts4j.supervision;

import org.jspecify.annotations.Nullable;

/** A worker was stopped or crashed before it could answer. */
public final class WorkerEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkerEndedException(@Nullable Throwable cause) {
        super("the worker has ended", cause);
    }
}
