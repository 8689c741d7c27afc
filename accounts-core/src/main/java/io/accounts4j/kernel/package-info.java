/**
 * What every other package may use: problems, exceptions and the mark of a port. Depends on nothing.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.kernel;

import org.jspecify.annotations.NullMarked;
