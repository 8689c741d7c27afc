/**
 * Types for every other package: problems, exceptions and the mark of a port. Depends on no other package.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.kernel;

import org.jspecify.annotations.NullMarked;
