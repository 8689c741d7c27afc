package io.accounts4j.smtp;

import io.accounts4j.mail.MailException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures into {@link MailException}s. The texts of the mail library and of the server are left out, because they hold
 * addresses. A cause is kept only if it is an exception of the platform, whose text holds hosts and certificates at most.
 */
final class Failures {

    private Failures() {}

    static MailException of(Exception failure, Submission submission, SmtpServer server, boolean cut) {
        Refusal refusal = submission.refusal();
        IOException cause = platformCause(failure);
        if (failure instanceof AuthenticationFailedException) {
            return retryable(
                    "the mail server refused the credentials" + (refusal == null ? "" : refusal.codes()), null);
        }
        if (refusal != null) {
            return refusal.asException();
        }
        if (cut) {
            return retryable("the delivery took longer than " + server.limits().delivery(), null);
        }
        if (cause instanceof SocketTimeoutException) {
            return retryable(
                    "the mail server did not answer in time about "
                            + submission.phase().subject(),
                    cause);
        }
        if (cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException) {
            return retryable("the mail server cannot be reached", cause);
        }
        if (cause instanceof SSLException) {
            return retryable("there is no trusted TLS connection to the mail server", cause);
        }
        if (cause == null && server.encryption() == Encryption.STARTTLS && submission.lacks("STARTTLS")) {
            return retryable("the mail server offers no STARTTLS; nothing was sent", null);
        }
        return retryable(
                "the mail server gave no proper answer about "
                        + submission.phase().subject(),
                cause);
    }

    private static MailException retryable(String message, @Nullable Throwable cause) {
        return new MailException(message, true, cause);
    }

    private static @Nullable IOException platformCause(Throwable failure) {
        Throwable next = failure;
        while (next != null) {
            if (next instanceof IOException io && next.getClass().getName().matches("javax?\\.net\\..*")) {
                return io;
            }
            next = next instanceof MessagingException mail ? mail.getNextException() : next.getCause();
        }
        return null;
    }
}
