package io.accounts4j.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accounts4j.mail.MailException;
import io.accounts4j.password.Password;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedMailTest {

    /** The wait for the silent server; long enough for the replies before the silence on a busy machine. */
    private static final Duration UNHURRIED = Duration.ofSeconds(3);

    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private MailException refused(SmtpMailerBuilder mailer) {
        return catchThrowableOfType(MailException.class, () -> mailer.build().deliver(Mails.to("ada@example.org")));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421, true, connection",
        "GREETING, 554, true, connection",
        "EHLO,     421, true, connection",
        "MAIL,     421, true, sender",
        "MAIL,     450, true, sender",
        "MAIL,     550, true, sender",
        "RCPT,     421, true, receiver",
        "RCPT,     450, true, receiver",
        "RCPT,     452, true, receiver",
        "RCPT,     550, false, receiver",
        "RCPT,     552, false, receiver",
        "RCPT,     554, false, receiver",
        "DATA,     421, true, message",
        "DATA,     451, true, message",
        "DATA,     554, false, message",
        "END,      421, true, message",
        "END,      452, true, message",
        "END,      550, false, message",
        "END,      552, false, message"
    })
    void onlyAPermanentRefusalOfTheMailIsNotRetryable(String command, int code, boolean retryable, String subject) {
        server.on(command, code + " 1.2.3 no").on("HELO", code + " no");

        MailException refusal = refused(Mails.plain(server.port()));

        assertThat(refusal.retryable()).isEqualTo(retryable);
        assertThat(refusal).hasMessageContaining("the " + subject + " with " + code);
    }

    @Test
    void reportsTheEnhancedStatusButNoTextOfTheServer() {
        server.on("RCPT", "550-5.1.1 <ada@example.org>: unknown\r\n550 5.1.1 here");

        assertThat(refused(Mails.plain(server.port())))
                .hasMessage("the mail server refused the receiver with 550 5.1.1")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtp.DROP, "421 good bye"})
    void keepsTheRefusalWhenALaterCommandFails(String next) {
        server.on("END", "554 5.7.1 spam").on("RSET", next);

        assertThat(refused(Mails.plain(server.port())).retryable()).isFalse();
    }

    @Test
    void keepsTheRefusalWhenALaterCommandIsNotAnswered() {
        server.on("END", "554 5.7.1 spam").on("RSET", ScriptedSmtp.SILENCE);

        assertThat(refused(Mails.plain(server.port()).readTimeout(UNHURRIED)).retryable())
                .isFalse();
    }

    @Test
    void greetsWithHeloAfterAnUnknownEhlo() {
        server.on("EHLO", "502 what?");

        Mails.plain(server.port()).build().deliver(Mails.to("ada@example.org"));

        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void wrongCredentialsAreRetryable() {
        server.offering("STARTTLS", "AUTH PLAIN").on("AUTH", "535 5.7.8 wrong");

        MailException refusal = refused(Mails.startTls(server.port()).credentials("mailer", Password.of("s3cret")));

        assertThat(refusal)
                .hasMessage("the mail server refused the credentials with 535 5.7.8")
                .hasNoCause();
        assertThat(refusal.retryable()).isTrue();
    }

    @Test
    void reportsCredentialsForAServerWithoutLogin() {
        server.offering("STARTTLS");

        MailException refusal = refused(Mails.startTls(server.port()).credentials("mailer", Password.of("s3cret")));

        assertThat(refusal).hasMessageContaining("offers no login");
        assertThat(refusal.retryable()).isTrue();
        assertThat(server.messages()).isEmpty();
    }
}
