/** The routes: path, method, access and action of each. Entry type: {@code Route}. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.route;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
