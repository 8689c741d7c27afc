package io.accounts4j.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accounts4j.mail.MailException;
import io.accounts4j.password.Password;
import io.accounts4j.user.Email;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private MailException failure(SmtpMailerBuilder mailer) {
        return catchThrowableOfType(MailException.class, () -> mailer.build().deliver(Mails.to("ada@example.org")));
    }

    private void nothingWasSaid() {
        assertThat(server.lines()).allMatch(line -> line.matches("EHLO .*|STARTTLS|QUIT"));
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void startsTlsBeforeCredentialsAndMail() {
        server.offering("STARTTLS", "AUTH PLAIN LOGIN");

        Mails.startTls(server.port())
                .credentials("mailer", Password.of("s3cret"))
                .build()
                .deliver(Mails.to("ada@example.org"));

        assertThat(server.lines().subList(0, 3)).containsExactly("EHLO app.example", "STARTTLS", "EHLO app.example");
        assertThat(server.lines().get(3)).startsWith("AUTH PLAIN ");
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void sendsNothingWithoutStartTls() {
        server.offering("AUTH PLAIN");

        MailException failure = failure(Mails.startTls(server.port()).credentials("mailer", Password.of("s3cret")));

        assertThat(failure).hasMessageContaining("offers no STARTTLS");
        assertThat(failure.retryable()).isTrue();
        nothingWasSaid();
    }

    @Test
    void sendsNothingAfterARefusedStartTls() {
        server.offering("STARTTLS", "AUTH PLAIN").on("STARTTLS", "454 4.7.0 not now");

        MailException failure = failure(Mails.startTls(server.port()).credentials("mailer", Password.of("s3cret")));

        assertThat(failure).hasMessage("the mail server refused the connection with 454 4.7.0");
        nothingWasSaid();
    }

    @Test
    void refusesAnUntrustedCertificateAfterStartTls() throws Exception {
        server.offering("STARTTLS", "AUTH PLAIN");

        MailException failure = failure(Mails.startTls(server.port())
                .sslContext(SSLContext.getDefault())
                .credentials("mailer", Password.of("s3cret")));

        assertThat(failure).hasMessageContaining("no trusted TLS connection").hasCauseInstanceOf(SSLException.class);
        assertThat(failure.retryable()).isTrue();
        nothingWasSaid();
    }

    @Test
    void refusesATrustedCertificateOfAnotherNameAfterStartTls() {
        server.offering("STARTTLS");

        MailException failure = failure(SmtpMailer.builder("127.0.0.1")
                .port(server.port())
                .sslContext(Certificates.TRUSTING)
                .from(new Email("no-reply@app.example")));

        assertThat(failure).hasMessageContaining("no trusted TLS connection");
        nothingWasSaid();
    }

    @Test
    void implicitTlsToAPlainServerIsRetryable() {
        server.on("GREETING", "220 plain");

        MailException failure = failure(Mails.plain(server.port()).implicitTls());

        assertThat(failure).hasMessageContaining("no trusted TLS connection");
        assertThat(failure.retryable()).isTrue();
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void refusesCredentialsWithoutTls() {
        assertThatThrownBy(() -> Mails.plain(25)
                        .credentials("mailer", Password.of("s3cret"))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("over TLS only")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> Mails.plain(25)
                        .insecurePlain()
                        .credentials("mailer", Password.of("s3cret"))
                        .build())
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.9.10", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void allowsPlainOnTheLoopbackInterface(String host) {
        assertThat(SmtpMailer.builder(host)
                        .plain()
                        .from(new Email("no-reply@app.example"))
                        .build())
                .hasToString("SmtpMailer[" + host + ":25, PLAIN]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "10.0.0.1",
                "::",
                "::2",
                "1.127.0.0.1",
                "localhost.example.org",
                "::1.example"
            })
    void refusesPlainToOtherHosts(String host) {
        SmtpMailerBuilder builder = SmtpMailer.builder(host).plain().from(new Email("no-reply@app.example"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("insecurePlain()");
        assertThat(builder.insecurePlain().build()).isNotNull();
    }
}
