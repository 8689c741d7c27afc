package io.accounts4j.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.accounts4j.mail.Mail;
import io.accounts4j.password.Password;
import io.accounts4j.user.Email;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {

    private static final ServerSetup SMTP = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private static final ServerSetup SMTPS = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);

    static {
        System.setProperty("greenmail.tls.keystore.file", Certificates.STORE.toString());
        System.setProperty("greenmail.tls.keystore.password", Certificates.PASSWORD);
    }

    private final GreenMail server = new GreenMail(new ServerSetup[] {SMTP, SMTPS});

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private SmtpMailerBuilder plain() {
        return Mails.plain(server.getSmtp().getPort());
    }

    private SmtpMailerBuilder secure() {
        return SmtpMailer.builder("localhost")
                .port(server.getSmtps().getPort())
                .implicitTls()
                .from(new Email("no-reply@app.example"));
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    @Test
    void sendsTextAndHtmlAsAlternatives() throws Exception {
        plain().build().deliver(Mails.mail("ada@example.org", "Grüße 🐘", "Zeile\nnoch öne\n.\n", "<p>schön</p>"));

        MimeMessage message = received();
        assertThat(message.getSubject()).isEqualTo("Grüße 🐘");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        BodyPart text = parts.getBodyPart(0);
        assertThat(text.getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(text.getContent().toString().replace("\r\n", "\n")).isEqualTo("Zeile\nnoch öne\n.\n");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>schön</p>");
    }

    @Test
    void headersNameSenderDateAndAutomaticOrigin() throws Exception {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        plain().from(new Email("no-reply@app.example"), "Ädmin")
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build()
                .deliver(Mails.to("ada@example.org"));

        MimeMessage message = received();
        assertThat(message.getFrom()[0]).hasToString("=?UTF-8?Q?=C3=84dmin?= <no-reply@app.example>");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(message.getSentDate()).isEqualTo(now);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Return-Path")).containsExactly("<no-reply@app.example>");
    }

    @Test
    void everyAttemptHasTheSameMessageId() throws Exception {
        SmtpMailer mailer = plain().build();
        mailer.deliver(Mails.to("ada@example.org"));
        mailer.deliver(Mails.to("ada@example.org"));

        assertThat(Arrays.stream(server.getReceivedMessages()).map(SmtpMailerTest::messageId))
                .containsExactly("<accounts.welcome.7@app.example>", "<accounts.welcome.7@app.example>");
    }

    @Test
    void hashesAMessageIdThatAHeaderCannotHold() {
        SmtpMailer mailer = plain().build();
        for (String id : List.of("7> <8", "7> <9", "7> <8")) {
            mailer.deliver(new Mail(new Email("ada@example.org"), "Hello", "Hi", "<p>Hi</p>", id));
        }

        List<String> ids = Arrays.stream(server.getReceivedMessages())
                .map(SmtpMailerTest::messageId)
                .toList();
        assertThat(ids).allMatch(id -> id.matches("<[0-9a-f]{64}@app\\.example>"));
        assertThat(ids.get(0)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(1));
    }

    @Test
    void isThreadSafe() throws Exception {
        SmtpMailer mailer = plain().build();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> sent = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> mailer.deliver(Mails.to("u" + i + "@example.org"))))
                    .toList();
            for (Future<?> future : sent) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(Arrays.stream(server.getReceivedMessages()).map(SmtpMailerTest::receiver))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40)
                        .mapToObj(i -> "u" + i + "@example.org")
                        .toList());
    }

    @Test
    void deliversOnAThreadWithAnEmptyContextClassLoader() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            plain().build().deliver(Mails.to("ada@example.org"));
            assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(received()).isNotNull();
    }

    @Test
    void authenticatesWithTheCredentials() {
        server.getUserManager().setAuthRequired(true);
        server.setUser("no-reply@app.example", "mailer", "s3cret");

        secure().sslContext(Certificates.TRUSTING)
                .credentials("mailer", Password.of("s3cret"))
                .build()
                .deliver(Mails.to("ada@example.org"));

        assertThat(messageId(received())).isEqualTo("<accounts.welcome.7@app.example>");
    }

    @Test
    void refusesAnUntrustedCertificate() {
        assertThatCode(() -> secure().build().deliver(Mails.to("ada@example.org")))
                .hasMessageContaining("no trusted TLS connection");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void refusesATrustedCertificateOfAnotherName() {
        SmtpMailer mailer = SmtpMailer.builder("127.0.0.1")
                .port(server.getSmtps().getPort())
                .implicitTls()
                .sslContext(Certificates.TRUSTING)
                .from(new Email("no-reply@app.example"))
                .build();

        assertThatCode(() -> mailer.deliver(Mails.to("ada@example.org")))
                .hasMessageContaining("no trusted TLS connection");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String receiver(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
