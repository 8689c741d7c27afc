package io.accounts4j.smtp;

import io.accounts4j.mail.MailException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A negative reply of the server. Only the codes are kept, because the text often repeats the address.
 *
 * @param phase the part of the delivery that was refused
 * @param code the reply code, 400 to 599 (RFC 5321, section 4.2)
 * @param status the enhanced status code (RFC 3463), or empty
 */
record Refusal(SmtpPhase phase, int code, String status) {

    private static final Pattern STATUS = Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\s[\\s\\S]*");

    static Refusal of(SmtpPhase phase, int code, @Nullable String reply) {
        Matcher status = STATUS.matcher(reply == null ? "" : reply);
        return new Refusal(phase, code, status.matches() ? " " + status.group(1) : "");
    }

    MailException asException() {
        boolean retryable = code < 500 || !phase.isAboutTheMail();
        return new MailException("the mail server refused " + phase.subject() + codes(), retryable, null);
    }

    /** Returns the codes as the end of a sentence. */
    String codes() {
        return " with " + code + status;
    }
}
