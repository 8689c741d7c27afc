/**
 * Listing, changing and deleting users. Entry types: {@link io.accounts4j.administration.Listing}, {@link
 * io.accounts4j.administration.Updating}, {@link io.accounts4j.administration.Deleting}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.administration;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
