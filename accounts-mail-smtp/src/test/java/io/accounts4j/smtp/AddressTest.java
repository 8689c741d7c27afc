package io.accounts4j.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accounts4j.mail.MailException;
import io.accounts4j.user.Email;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void deliver(String address) {
        Mails.plain(server.port()).build().deliver(Mails.to(address));
    }

    private List<String> receivers() {
        return server.lines().stream().filter(line -> line.startsWith("RCPT")).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.org,      ada@example.org",
        "Ada.L+tag@Example.org, Ada.L+tag@Example.org",
        "ada@münchen.example,  ada@xn--mnchen-3ya.example",
        "ada@elephant\u760A.example, ada@xn--elephant-xc5t.example",
        "ada@[127.0.0.1],      ada@[127.0.0.1]",
        "a@b@example.org,      '\"a@b\"@example.org'",
        "a(b)c@example.org,    '\"a(b)c\"@example.org'",
        "a:b@example.org,      '\"a:b\"@example.org'",
        ".a..b.@example.org,   '\".a..b.\"@example.org'",
        "'a\\b@example.org',   '\"a\\\\b\"@example.org'"
    })
    void writesAnAddressAsOneReceiverInSmtpSyntax(String address, String written) {
        deliver(address);

        assertThat(receivers()).containsExactly("RCPT TO:<" + written + ">");
        assertThat(server.messages()).singleElement().asString().contains("To: " + header(written) + "\n");
    }

    private static String header(String written) {
        return written.matches("[\\w.+@-]+") ? written : "<" + written + ">";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@exa(mple).org",
                "ada@exam:ple.org",
                "ada@[bad]x",
                "ada@exam\\ple.org",
                "ada@☃\u200d..org",
                "ada@fa\u00df.de",
                "ada@\uff41.de"
            })
    void refusesADomainThatSmtpCannotExpressPermanently(String address) {
        MailException failure = catchThrowableOfType(MailException.class, () -> deliver(address));

        assertThat(failure.retryable()).isFalse();
        assertThat(failure).hasMessageNotContaining(address.substring(4));
        assertThat(server.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jürgen@example.org", "a\u760Ab\u760D@example.org", "ёлка@пример.рф"})
    void sendsAnInternationalAddressToAServerWithSmtpUtf8(String address) {
        server.offering("8BITMIME", "SMTPUTF8");

        deliver(address);

        String local = address.substring(0, address.indexOf('@'));
        assertThat(server.lines()).contains("MAIL FROM:<no-reply@app.example> SMTPUTF8");
        assertThat(receivers()).singleElement().asString().startsWith("RCPT TO:<" + local + "@");
        assertThat(server.messages()).singleElement().asString().contains("To: " + local + "@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jürgen@example.org", "a\u760AB\u760D@example.org"})
    void refusesAnInternationalAddressWithoutSmtpUtf8Permanently(String address) {
        MailException failure = catchThrowableOfType(MailException.class, () -> deliver(address));

        assertThat(failure.retryable()).isFalse();
        assertThat(failure).hasMessageContaining("SMTPUTF8");
        assertThat(server.lines()).allMatch(line -> line.matches("EHLO .*|QUIT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello\u760D\u760ABcc: eve@example.org",
                "Hello\u2028Bcc: eve@example.org",
                "=?utf-8?Q?Hello=0D=0ABcc:_eve@example.org?=",
                "Hello Bcc: eve@example.org and so on, on a line so long that it has to be folded into several before it is sent"
            })
    void subjectCannotInjectAHeader(String subject) {
        Mails.plain(server.port()).build().deliver(Mails.mail("ada@example.org", subject, "Hi", "<p>Hi</p>"));

        assertThat(server.messages().get(0).lines().takeWhile(line -> !line.isEmpty()))
                .noneMatch(line -> line.startsWith("Bcc"));
        assertThat(receivers()).hasSize(1);
    }

    @Test
    void textCannotEndTheMessageEarly() {
        Mails.plain(server.port())
                .build()
                .deliver(Mails.mail(
                        "ada@example.org", "Hello", "Hi\r\n.\r\nMAIL FROM:<eve@example.org>\r\n", "<p>Hi</p>"));

        assertThat(server.messages()).singleElement().asString().contains("\n..\nMAIL FROM:<eve@example.org>\n");
        assertThat(server.lines()).noneMatch(line -> line.contains("eve"));
    }

    @Test
    void requiresASenderThatEveryServerAccepts() {
        assertThatThrownBy(() -> SmtpMailer.builder("localhost").from(new Email("jürgen@example.org")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be ASCII");
        assertThatThrownBy(() -> SmtpMailer.builder("localhost").from(Email.stored("ada@exa(mple")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SmtpMailer.builder("localhost").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("from(");
    }
}
