package io.accounts4j.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailException;
import io.accounts4j.user.Email;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries to a server that is silent, slow or gone. A delivery without the tested limit would last a minute. */
class LostServerTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration HUNG = Duration.ofSeconds(30);

    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("pool-")) {
                thread.join(HUNG.toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private MailException lost(SmtpMailerBuilder settings, Mail mail) {
        SmtpMailer mailer = settings.build();
        MailException failure = assertTimeoutPreemptively(
                HUNG, () -> catchThrowableOfType(MailException.class, () -> mailer.deliver(mail)));
        assertThat(failure.retryable()).isTrue();
        return failure;
    }

    private MailException lost() {
        return lost(Mails.plain(server.port()), Mails.to("ada@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "END"})
    void readTimeoutEndsTheWaitForASilentServer(String command) {
        server.on(command, ScriptedSmtp.SILENCE);

        assertThat(lost(Mails.plain(server.port()).readTimeout(SHORT), Mails.to("ada@example.org")))
                .hasMessageContaining("did not answer in time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "END"})
    void hangUpBeforeTheLastReplyIsRetryable(String command) {
        server.on(command, ScriptedSmtp.DROP);

        assertThat(lost()).hasMessageContaining("no proper answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "MAIL", "END"})
    void deliveryTimeoutEndsAnEndlessReply(String command) {
        server.on(command, ScriptedSmtp.DRIP);

        MailException failure = lost(Mails.plain(server.port()).deliveryTimeout(SHORT), Mails.to("ada@example.org"));

        assertThat(failure).hasMessageContaining("longer than PT0.2S");
    }

    @Test
    void writeTimeoutEndsTheWaitForAServerThatStopsReading() {
        server.on("DATA", ScriptedSmtp.DEAFNESS);
        Mail huge = Mails.mail("ada@example.org", "Hello", "line\n".repeat(8_000_000), "<p>Hi</p>");

        assertThat(lost(Mails.plain(server.port()).writeTimeout(SHORT), huge))
                .hasMessageContaining("about the message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request", "x", "22", "999 what"})
    void sendsNothingToAServerOfAnotherProtocol(String greeting) {
        server.on("GREETING", greeting);

        assertThat(lost()).hasMessageContaining("no proper answer about the connection");
        assertThat(server.lines()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void hangUpAfterTheLastReplyIsNoFailure() {
        server.on("QUIT", ScriptedSmtp.DROP);

        Mails.plain(server.port()).build().deliver(Mails.to("ada@example.org"));

        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void doesNotWaitForTheReplyToQuit() {
        server.on("QUIT", ScriptedSmtp.SILENCE);

        assertTimeoutPreemptively(
                Duration.ofSeconds(8), () -> Mails.plain(server.port()).build().deliver(Mails.to("ada@example.org")));
    }

    @Test
    void closedPortIsRetryable() throws IOException {
        int port = server.port();
        server.close();

        assertThat(lost(Mails.plain(port), Mails.to("ada@example.org"))).hasMessageContaining("cannot be reached");
    }

    @Test
    void unknownHostIsRetryable() {
        SmtpMailerBuilder nowhere = SmtpMailer.builder("mail.invalid").from(new Email("no-reply@app.example"));

        assertThat(lost(nowhere, Mails.to("ada@example.org"))).hasMessageContaining("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT10M0.001S", "-PT1S"})
    void refusesALimitOutOfRange(String limit) {
        assertThatCode(() -> Mails.plain(25).readTimeout(Duration.parse(limit)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be >= PT0.001S and <= PT10M, got ");
    }
}
