package io.accounts4j.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.accounts4j.mail.Mail;
import io.accounts4j.password.Password;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs at the finest level and exceptions hold no secret. */
class SecretsTest {

    private static final String RECEIVER = "canary.receiver@example.org";
    private static final String PASSWORD = "canary-password";
    private static final Mail MAIL =
            Mails.mail(RECEIVER, "Hello", "https://app.example/?token=canary-token", "<a href='canary-token'>x</a>");

    private static final Logger ROOT = Logger.getLogger("");

    private final ScriptedSmtp server = new ScriptedSmtp().offering("STARTTLS", "AUTH PLAIN LOGIN");
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Level before = ROOT.getLevel();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord event) {
            String thrown = event.getThrown() == null ? "" : trace(event.getThrown());
            logged.add(event.getMessage()
                    + List.of(event.getParameters() == null ? new Object[0] : event.getParameters())
                    + thrown);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(listener);
    }

    @AfterEach
    void stop() throws IOException {
        ROOT.removeHandler(listener);
        ROOT.setLevel(before);
        server.close();
    }

    private SmtpMailer mailer() {
        return Mails.startTls(server.port())
                .credentials("canary-user", Password.of(PASSWORD))
                .build();
    }

    private void nothingWasLogged() {
        assertThat(logged).as("the listener hears the library").isNotEmpty();
        assertThat(logged).noneMatch(line -> line.contains("canary"));
        assertThat(logged).noneMatch(line -> line.contains("AUTH PLAIN "));
    }

    @Test
    void deliveryLogsNothing() {
        mailer().deliver(MAIL);

        assertThat(server.messages()).hasSize(1);
        nothingWasLogged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "AUTH", "MAIL", "RCPT", "DATA", "END"})
    void refusalRevealsNoSecret(String command) {
        server.on(command, "550 5.1.1 <" + RECEIVER + "> " + PASSWORD + " canary-user canary-token")
                .on("HELO", "550 canary");

        Throwable failure = catchThrowable(() -> mailer().deliver(MAIL));

        assertThat(trace(failure)).contains(" with 550").doesNotContain("canary");
        nothingWasLogged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "END"})
    void lostServerRevealsNoSecret(String command) {
        server.on(command, ScriptedSmtp.DROP);

        Throwable failure = catchThrowable(() -> mailer().deliver(MAIL));

        assertThat(trace(failure)).contains("MailException").doesNotContain("canary");
        nothingWasLogged();
    }

    @Test
    void toStringHoldsNoCredentials() {
        assertThat(mailer()).hasToString("SmtpMailer[localhost:" + server.port() + ", STARTTLS]");
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
