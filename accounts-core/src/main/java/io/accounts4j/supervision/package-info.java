/**
 * Background work that survives its failures: loops that restart by themselves ({@link io.accounts4j.supervision.Supervisor},
 * {@link io.accounts4j.supervision.SupervisedLoop}) and named workers with a mailbox each ({@link io.accounts4j.supervision.KeyedWorkers}).
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.supervision;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
