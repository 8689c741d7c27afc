/**
 * Whether the parts a host relies on work right now. Port: {@link io.accounts4j.health.HealthCheck}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.health;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
