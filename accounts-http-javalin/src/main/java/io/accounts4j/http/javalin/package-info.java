/**
 * User accounts on a Javalin server, beside whatever else it answers. Entry type: {@link
 * io.accounts4j.http.javalin.AccountsPlugin}; {@link io.accounts4j.http.javalin.ServerDefaults} sets the server around it.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.javalin;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
