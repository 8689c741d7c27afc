/**
 * User accounts over HTTP, without a web server. Settings: {@link io.accounts4j.http.AccountsConfig}; mounts stand on {@link
 * io.accounts4j.http.AccountsHttp}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.http;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
