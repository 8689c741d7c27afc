/**
 * One-time tokens sent by mail. Entry type: {@link io.accounts4j.token.RawToken}; port: {@link
 * io.accounts4j.token.TokenStore}, which only ever sees hashes.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.token;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
