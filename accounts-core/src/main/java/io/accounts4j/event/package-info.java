/**
 * Events of accounts, stored as rows in the transaction of the change ({@link io.accounts4j.event.EventStore}), and the bus
 * that signals changes ({@link io.accounts4j.event.EventBus}).
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.event;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
