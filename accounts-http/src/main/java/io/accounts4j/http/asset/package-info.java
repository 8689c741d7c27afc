/** Files that never change under their name: the stylesheet of the pages. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.asset;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
