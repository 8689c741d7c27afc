/**
 * Mail over SMTP: one connection for each message, verified TLS, time limits. Entry type: {@link
 * io.accounts4j.smtp.SmtpMailer}; port: {@link io.accounts4j.mail.Mailer}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.smtp;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
