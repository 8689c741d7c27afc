/**
 * Everything a host's tests need in place of a database, a mail server and the time. Entry type: {@link
 * io.accounts4j.testkit.TestAccounts}, which wires the rest in one line.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.testkit;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
