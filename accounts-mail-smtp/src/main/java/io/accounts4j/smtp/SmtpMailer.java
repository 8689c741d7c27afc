package io.accounts4j.smtp;

import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailException;
import io.accounts4j.mail.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.URI;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mailer over SMTP (RFC 5321, 6409): one connection for each message, within time limits. Default: TLS with verified
 * certificate and host name. A permanent refusal of a message is a {@link MailException} that is not retryable; a failure of
 * the network, the settings or the moment is a retryable one. A message whose last reply was lost may arrive twice, both
 * times with the same {@code Message-ID}.
 *
 * <p>Thread-safe. Exceptions hold neither addresses nor credentials, and nothing is logged.
 */
public final class SmtpMailer implements Mailer {

    private final SmtpServer server;
    private final @Nullable Login login;
    private final MimeWriter writer;

    SmtpMailer(SmtpServer server, @Nullable Login login, MimeWriter writer) {
        this.server = server;
        this.login = login;
        this.writer = writer;
    }

    /** A builder for a mailer over the server {@code host}: a name, or an IP address that the certificate names. */
    public static SmtpMailerBuilder builder(String host) {
        return new SmtpMailerBuilder(host);
    }

    /**
     * A mailer from a URL: {@code smtp://user:password@host:587?from=no-reply@example.org}, or {@code smtps:} for TLS from the
     * first byte. In user and password every character but letters and digits is percent-encoded. Parameters: {@code from}
     * (required), {@code name} (the sender's display name), {@code tls} ({@code starttls}, the default of {@code smtp:};
     * {@code implicit}; {@code none}, on the loopback interface only; {@code insecure}, no TLS to any host).
     *
     * @throws IllegalArgumentException if {@code smtpUrl} is malformed or null (the result of {@code System.getenv} for a
     *     missing variable); the message names the fault and holds no part of the URL
     */
    public static SmtpMailer of(@Nullable String smtpUrl) {
        return SmtpUrl.read(smtpUrl).build();
    }

    /** As {@link #of(String)}. */
    public static SmtpMailer of(@Nullable URI smtpUrl) {
        return of(smtpUrl == null ? null : smtpUrl.toString());
    }

    @Override
    public void deliver(Mail mail) {
        Mailbox to = Mailbox.of(mail.to());
        Properties properties = server.properties(login != null, to.international());
        Session session = Session.getInstance(properties);
        Submission submission = Submission.over(session, server, login);
        try (SmtpConnection connection = new SmtpConnection(server.limits())) {
            try {
                IdentifiedMimeMessage message = writer.write(mail, to, session);
                submission.connect(connection.connect(server, properties));
                submission.require(login != null, to.international());
                submission.sendMessage(message, message.getAllRecipients());
            } catch (MessagingException | IOException e) {
                throw Failures.of(e, submission, server, connection.isCut());
            } finally {
                submission.quit();
            }
        }
    }

    @Override
    public String toString() {
        return "SmtpMailer[" + server + "]";
    }
}
