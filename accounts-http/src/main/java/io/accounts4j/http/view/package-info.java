/** Values of the core as JSON. Entry type: {@link io.accounts4j.http.view.UserView}. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.view;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
