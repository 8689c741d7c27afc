package io.accounts4j.health;

import io.accounts4j.kernel.Port;

/** Looks whether one part works right now. Answers within a few seconds, also when that part does not. Thread-safe. Proved by {@code HealthCheckContract}. */
@Port
public interface HealthCheck {

    /** Returns the name of the checked part, such as {@code database}. */
    String name();

    /** Looks now; a broken part is an answer, never an exception. */
    Health check();
}
