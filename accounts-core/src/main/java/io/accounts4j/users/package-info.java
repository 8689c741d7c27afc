/**
 * Finding, listing, changing and deleting users. Entry type: {@link io.accounts4j.users.Users}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.users;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
