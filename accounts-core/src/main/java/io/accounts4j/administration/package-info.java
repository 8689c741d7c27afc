/**
 * Listing, changing and deleting users. Entry types: {@link io.accounts4j.administration.Listing}, {@link
 * io.accounts4j.administration.Updating}, {@link io.accounts4j.administration.Deleting}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.administration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
