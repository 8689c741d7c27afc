/**
 * Whether the parts a host relies on work right now. Port: {@link io.accounts4j.health.HealthCheck}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.health;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
