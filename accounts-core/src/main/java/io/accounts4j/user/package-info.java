/**
 * People with an account. Entry type: {@link io.accounts4j.user.User}; ports: {@link
 * io.accounts4j.user.UserRepository} keeps them, {@link io.accounts4j.user.UserDirectory} lists and
 * searches them.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.user;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
