/**
 * Mail to users. Entry type: {@link io.accounts4j.mail.Mail}; port: {@link io.accounts4j.mail.Mailer}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
