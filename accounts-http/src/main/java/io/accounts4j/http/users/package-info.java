/** Registering, listing, showing, changing and deleting users: JSON API. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.users;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
