/**
 * User accounts over HTTP, beside whatever else a Javalin server answers. Entry type: {@link
 * io.accounts4j.http.AccountsPlugin}; who may call what is listed in {@code Operation}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.http;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
