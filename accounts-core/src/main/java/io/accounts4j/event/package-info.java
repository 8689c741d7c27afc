/**
 * What happened to accounts, as rows written in the transaction of the change ({@link
 * io.accounts4j.event.EventStore}), and the bus that tells others to look ({@link
 * io.accounts4j.event.EventBus}).
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.event;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
