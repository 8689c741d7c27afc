/** Liveness, readiness and the figures of the jobs: JSON API. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.health;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
