/**
 * Health checks of the parts of a host. Port: {@link io.accounts4j.health.HealthCheck}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.health;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
