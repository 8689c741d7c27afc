/**
 * Listing, changing and deleting users. Entry types: {@link io.accounts4j.users.Listing}, {@link
 * io.accounts4j.users.Updating}, {@link io.accounts4j.users.Deleting}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.users;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
