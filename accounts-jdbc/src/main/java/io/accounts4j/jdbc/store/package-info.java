/**
 * The parts of stores and queues on JDBC that depend on no mapper: transactions, borrowed connections, positions and
 * refusals. Entry types: {@link io.accounts4j.jdbc.store.CurrentTransaction} and {@link
 * io.accounts4j.jdbc.store.PooledConnection}; for the modules of accounts4j only.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jdbc.store;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
