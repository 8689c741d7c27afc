package io.accounts4j.smtp;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.mail.MailException;
import io.accounts4j.password.Password;
import io.accounts4j.user.Email;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link SmtpMailer}: STARTTLS and limits of 10 s unless said otherwise. Not thread-safe. */
public final class SmtpMailerBuilder {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(0*:)+0*1]?");

    private final String host;
    private int port;
    private Encryption encryption = Encryption.STARTTLS;
    private boolean plainAnywhere;
    private @Nullable Login login;
    private @Nullable Mailbox from;
    private @Nullable String name;
    private @Nullable SSLContext tls;
    private Limits limits = Limits.DEFAULT;
    private Clock clock = Clock.systemUTC();

    SmtpMailerBuilder(String host) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("name the mail server's host");
        }
        this.host = host;
    }

    /** Another port than the usual one: 587 for STARTTLS, 465 for implicit TLS, 25 for plain. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder port(int number) {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("a port is between 1 and 65535, not " + number);
        }
        port = number;
        return this;
    }

    /** What the server asks for. Sent over TLS only. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder credentials(String user, Password password) {
        login = new Login(user, password);
        return this;
    }

    /** TLS after a plain greeting (RFC 3207). Nothing is sent to a server that does not offer it. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder startTls() {
        return encryption(Encryption.STARTTLS, false);
    }

    /** TLS from the first byte (RFC 8314). */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder implicitTls() {
        return encryption(Encryption.IMPLICIT_TLS, false);
    }

    /** No TLS, to a server on the loopback interface. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder plain() {
        return encryption(Encryption.PLAIN, false);
    }

    /** No TLS, to any server: whoever is on the way reads the mails and the links in them. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder insecurePlain() {
        return encryption(Encryption.PLAIN, true);
    }

    /** Whom to trust, in place of the platform's certificate authorities. The host name is checked all the same. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder sslContext(SSLContext context) {
        tls = context;
        return this;
    }

    /** Who the mails are from, in the envelope too; its domain ends their {@code Message-ID}. Needed. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder from(Email address) {
        try {
            from = Mailbox.of(address);
        } catch (MailException unsayable) {
            throw new IllegalArgumentException("the sender's domain cannot be written in SMTP", unsayable);
        }
        if (from.international()) {
            throw new IllegalArgumentException("the sender's local part must be ASCII, for servers without SMTPUTF8");
        }
        return this;
    }

    /** Who the mails are from, with the name that is shown for it. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder from(Email address, String shownName) {
        name = shownName;
        return from(address);
    }

    /** How long connecting may take. The look-up of the host's name comes before and has the platform's own limit. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder connectTimeout(Duration limit) {
        limits = new Limits(limit, limits.read(), limits.write(), limits.delivery());
        return this;
    }

    /** How long the server may be silent. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder readTimeout(Duration limit) {
        limits = new Limits(limits.connect(), limit, limits.write(), limits.delivery());
        return this;
    }

    /** How long the server may leave unread what was written. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder writeTimeout(Duration limit) {
        limits = new Limits(limits.connect(), limits.read(), limit, limits.delivery());
        return this;
    }

    /** How long the whole delivery of one message may take, whatever the server does meanwhile. A minute by default. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder deliveryTimeout(Duration limit) {
        limits = new Limits(limits.connect(), limits.read(), limits.write(), limit);
        return this;
    }

    /** The clock of the {@code Date} header. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /** The mailer; {@link IllegalStateException}, saying what to do, where the settings do not fit together. */
    public SmtpMailer build() {
        if (from == null) {
            throw new IllegalStateException("say who the mails are from: from(new Email(\"no-reply@example.org\"))");
        }
        if (encryption == Encryption.PLAIN
                && !plainAnywhere
                && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalStateException(host + " is not on the loopback interface: use startTls() or implicitTls(),"
                    + " or insecurePlain() if everybody on the way may read the mails");
        }
        if (encryption == Encryption.PLAIN && login != null) {
            throw new IllegalStateException("credentials are sent over TLS only: use startTls() or implicitTls()");
        }
        SmtpServer server = new SmtpServer(
                host, port == 0 ? encryption.port() : port, encryption, trusted(), from.domain(), limits);
        return new SmtpMailer(server, login, new MimeWriter(sender(from, name), from.domain(), clock));
    }

    @CanIgnoreReturnValue
    private SmtpMailerBuilder encryption(Encryption kind, boolean anywhere) {
        encryption = kind;
        plainAnywhere = anywhere;
        return this;
    }

    private SSLContext trusted() {
        try {
            return tls == null ? SSLContext.getDefault() : tls;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform's trust store cannot be read", e);
        }
    }

    private static InternetAddress sender(Mailbox from, @Nullable String name) {
        try {
            InternetAddress sender = from.address();
            sender.setPersonal(name, StandardCharsets.UTF_8.name());
            return sender;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java runtime has UTF-8", e);
        }
    }
}
