/** Bodies of servlet requests, received without a thread that waits for them. Entry type: {@code BodyReceiver}. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.servlet;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
