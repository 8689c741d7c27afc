/** Requests and responses as bytes, headers, JSON and problems. Entry types: {@code Response}, {@code JsonBody}. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.wire;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
