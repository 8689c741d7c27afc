/**
 * Parts of a long list, by page number ({@link io.accounts4j.page.Page}) or by keyset cursor ({@link
 * io.accounts4j.page.Slice}).
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.page;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
