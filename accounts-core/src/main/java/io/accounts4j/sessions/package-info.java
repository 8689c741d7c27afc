/**
 * Finding, opening and revoking sessions. Entry type: {@link io.accounts4j.sessions.Sessions}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.sessions;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
