package io.accounts4j.smtp;

import io.accounts4j.mail.MailException;
import io.accounts4j.user.Email;
import io.accounts4j.user.MailDomain;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as SMTP writes it (RFC 5321, section 4.1.2): the local part quoted where it has to be, the domain in ASCII.
 *
 * @param local what stands before the {@code @}
 * @param domain the domain, ASCII only
 */
record Mailbox(String local, String domain) {

    private static final String ATOM = "[\\w!#$%&'*+/=?^`{|}~\\-\\x{80}-\\x{10FFFF}]+";
    private static final Pattern DOT_ATOM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("[\\w.-]+|\\[[A-Za-z0-9.:]+]");

    /** The mailbox {@code email} names; {@link MailException}, not to be retried, where SMTP cannot say it. */
    static Mailbox of(Email email) {
        int at = email.address().lastIndexOf('@');
        String local = email.address().substring(0, at);
        return new Mailbox(
                DOT_ATOM.matcher(local).matches() ? local : "\"" + local.replace("\\", "\\\\") + "\"",
                ascii(email.address().substring(at + 1)));
    }

    /** Whether only a server with SMTPUTF8 (RFC 6531) can be told this address. */
    boolean international() {
        return local.chars().anyMatch(c -> c > 0x7e);
    }

    InternetAddress address() {
        InternetAddress address = new InternetAddress();
        address.setAddress(local + "@" + domain);
        return address;
    }

    /** A domain beyond ASCII is mapped like that of a registration, so that no mail goes to another owner. */
    private static String ascii(String domain) {
        boolean typedInAscii = domain.chars().allMatch(c -> c < 0x80);
        return (typedInAscii ? Optional.of(domain) : MailDomain.of(domain).ascii())
                .filter(ascii -> DOMAIN.matcher(ascii).matches())
                .orElseThrow(
                        () -> new MailException("the domain of the address cannot be written in SMTP", false, null));
    }
}
