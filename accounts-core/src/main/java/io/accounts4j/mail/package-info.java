/**
 * Mail to users. Entry type: {@link io.accounts4j.mail.Mail}; port: {@link io.accounts4j.mail.Mailer}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.mail;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
