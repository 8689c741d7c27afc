/** User accounts in any servlet container. Entry type: {@link io.accounts4j.http.servlet.AccountsFilter}. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.servlet;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
