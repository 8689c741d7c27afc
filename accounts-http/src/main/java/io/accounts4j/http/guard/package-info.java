/** The checks before each route and the errors after it. Entry type: {@code Guard}. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.guard;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
