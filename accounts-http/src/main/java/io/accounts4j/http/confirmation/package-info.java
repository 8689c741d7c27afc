/** Confirming an address: JSON API and page. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.confirmation;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
