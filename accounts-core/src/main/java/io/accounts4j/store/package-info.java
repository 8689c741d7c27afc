/**
 * Everything that must share a transaction, in one hand: {@link io.accounts4j.store.AccountStore} is what a
 * persistence adapter supplies.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.store;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
