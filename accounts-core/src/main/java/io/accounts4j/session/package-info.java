/**
 * Sessions and the outcome of opening one. Entry type: {@link io.accounts4j.session.Session}; port: {@link
 * io.accounts4j.session.SessionStore}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.session;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
