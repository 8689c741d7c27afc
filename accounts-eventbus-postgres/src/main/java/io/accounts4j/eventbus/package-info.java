/**
 * Signals between nodes that share a PostgreSQL. Entry type: {@link io.accounts4j.eventbus.PostgresEventBus}, which
 * implements the port {@link io.accounts4j.event.EventBus}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.eventbus;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
