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

/** Builds an {@link SmtpMailer}. Defaults: STARTTLS, limits of 10 s for each step and one minute in all. Not thread-safe. */
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
            throw new IllegalArgumentException("host must not be blank; pass the name or address of the mail server");
        }
        this.host = host;
    }

    /** Sets the port, 1 to 65535. Default: 587 for STARTTLS, 465 for implicit TLS, 25 without TLS. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder port(int number) {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("port must be between 1 and 65535, got " + number);
        }
        port = number;
        return this;
    }

    /** Sets user and password. They are sent over TLS only. Default: no login. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder credentials(String user, Password password) {
        login = new Login(user, password);
        return this;
    }

    /** Requires TLS after a plain greeting (RFC 3207), before anything is sent. The default. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder startTls() {
        return encryption(Encryption.STARTTLS, false);
    }

    /** Requires TLS from the first byte (RFC 8314). */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder implicitTls() {
        return encryption(Encryption.IMPLICIT_TLS, false);
    }

    /** Uses no TLS, to a server on the loopback interface only. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder plain() {
        return encryption(Encryption.PLAIN, false);
    }

    /** Uses no TLS, to any server. Everybody on the network path can read the mails and the links in them. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder insecurePlain() {
        return encryption(Encryption.PLAIN, true);
    }

    /** Sets the trusted certificates. Default: the platform's certificate authorities. The host name is verified in any case. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder sslContext(SSLContext context) {
        tls = context;
        return this;
    }

    /** Sets the sender of the header and the envelope, whose domain ends each {@code Message-ID}. Required. */
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

    /** Sets the sender with a display name. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder from(Email address, String shownName) {
        name = shownName;
        return from(address);
    }

    /**
     * Sets the limit for opening the connection, from 1 ms to 10 minutes. Default: 10 seconds. The look-up of the host name
     * comes before and has the platform's own limit.
     */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder connectTimeout(Duration limit) {
        limits = new Limits(limit, limits.read(), limits.write(), limits.delivery());
        return this;
    }

    /** Sets the longest wait for bytes from the server, from 1 ms to 10 minutes. Default: 10 seconds. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder readTimeout(Duration limit) {
        limits = new Limits(limits.connect(), limit, limits.write(), limits.delivery());
        return this;
    }

    /** Sets the limit for one write to the server, from 1 ms to 10 minutes. Default: 10 seconds. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder writeTimeout(Duration limit) {
        limits = new Limits(limits.connect(), limits.read(), limit, limits.delivery());
        return this;
    }

    /**
     * Sets the limit for the whole delivery of one message, from 1 ms to 10 minutes, which ends also a delivery to a server
     * that responds byte by byte. Default: 1 minute.
     */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder deliveryTimeout(Duration limit) {
        limits = new Limits(limits.connect(), limits.read(), limits.write(), limit);
        return this;
    }

    /** Sets the clock of the {@code Date} header. Default: the system clock in UTC. */
    @CanIgnoreReturnValue
    public SmtpMailerBuilder clock(Clock timeSource) {
        clock = timeSource;
        return this;
    }

    /** Builds the mailer; {@link IllegalStateException} with the remedy if a setting is missing or contradicts another. */
    public SmtpMailer build() {
        if (from == null) {
            throw new IllegalStateException("the sender must be set; call from(new Email(\"no-reply@example.org\"))");
        }
        if (encryption == Encryption.PLAIN
                && !plainAnywhere
                && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalStateException(host + " is not on the loopback interface; use startTls() or implicitTls(),"
                    + " or insecurePlain() if everybody on the network path may read the mails");
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
