package io.accounts4j.smtp;

import io.accounts4j.mail.MailException;
import io.accounts4j.user.Email;
import io.accounts4j.user.MailDomain;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in the syntax of SMTP (RFC 5321, section 4.1.2): the local part quoted if necessary, the domain in ASCII.
 *
 * @param local the part before the {@code @}
 * @param domain the domain, ASCII only
 */
record Mailbox(String local, String domain) {

    private static final String ATOM = "[\\w!#$%&'*+/=?^`{|}~\\-\\x{80}-\\x{10FFFF}]+";
    private static final Pattern DOT_ATOM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("[\\w.-]+|\\[[A-Za-z0-9.:]+]");

    /** Returns the mailbox of {@code email}; {@link MailException}, not retryable, if SMTP cannot express the domain. */
    static Mailbox of(Email email) {
        int at = email.address().lastIndexOf('@');
        String local = email.address().substring(0, at);
        return new Mailbox(
                DOT_ATOM.matcher(local).matches() ? local : "\"" + local.replace("\\", "\\\\") + "\"",
                ascii(email.address().substring(at + 1)));
    }

    /** Returns whether this address needs a server with SMTPUTF8 (RFC 6531). */
    boolean international() {
        return local.chars().anyMatch(c -> c > 0x7e);
    }

    InternetAddress address() {
        InternetAddress address = new InternetAddress();
        address.setAddress(local + "@" + domain);
        return address;
    }

    /** Maps a domain beyond ASCII by the rules of registration, so that mail reaches the same owner. */
    private static String ascii(String domain) {
        boolean typedInAscii = domain.chars().allMatch(c -> c < 0x80);
        return (typedInAscii ? Optional.of(domain) : MailDomain.of(domain).ascii())
                .filter(ascii -> DOMAIN.matcher(ascii).matches())
                .orElseThrow(
                        () -> new MailException("the domain of the address cannot be written in SMTP", false, null));
    }
}
