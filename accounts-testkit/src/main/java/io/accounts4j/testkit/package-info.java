/**
 * Doubles of database, mail server and clock for the tests of a host. Entry type: {@link io.accounts4j.testkit.TestAccounts},
 * which wires all of them.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.testkit;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
