/** The pages mailed links lead to. Entry type: {@link io.accounts4j.http.page.AccountPages}. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.page;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
