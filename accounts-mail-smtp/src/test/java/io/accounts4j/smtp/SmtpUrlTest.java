package io.accounts4j.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://user:pass@mail.example.org:2525?tls=starttls&from=a@b.example, 'mail.example.org:2525, STARTTLS'",
        "smtp://mail.example.org?from=a@b.example,                             'mail.example.org:587, STARTTLS'",
        "SMTP://mail.example.org/?from=a@b.example&name=The%20App,             'mail.example.org:587, STARTTLS'",
        "smtps://mail.example.org?from=a@b.example,                            'mail.example.org:465, IMPLICIT_TLS'",
        "smtp://mail.example.org?tls=implicit&from=a@b.example,                'mail.example.org:465, IMPLICIT_TLS'",
        "smtp://localhost:1025?tls=none&from=a@b.example,                      'localhost:1025, PLAIN'",
        "smtp://[::1]:1025?tls=none&from=a@b.example,                          '::1:1025, PLAIN'",
        "smtp://mail:1025?tls=insecure&from=a@b.example,                       'mail:1025, PLAIN'",
        "smtp://mail_catcher:1025?tls=insecure&from=a@b.example,               'mail_catcher:1025, PLAIN'"
    })
    void readsServerPortAndEncryptionFromTheUrl(String url, String server) {
        assertThat(SmtpMailer.of(URI.create(url))).hasToString("SmtpMailer[" + server + "]");
        assertThat(SmtpMailer.of(url)).hasToString("SmtpMailer[" + server + "]");
    }

    @Test
    void decodesPercentEncodedCredentials() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp().offering("STARTTLS", "AUTH PLAIN")) {
            SmtpUrl.read("smtp://us%3Aer+x:p%40s+s%2F%25@localhost:" + server.port()
                            + "?from=no-reply+x@b.example&name=The%20App")
                    .sslContext(Certificates.TRUSTING)
                    .build()
                    .deliver(Mails.to("ada@example.org"));

            String credentials =
                    Base64.getEncoder().encodeToString("us:er+x\0us:er+x\0p@s+s/%".getBytes(StandardCharsets.UTF_8));
            assertThat(server.lines()).contains("AUTH PLAIN " + credentials, "MAIL FROM:<no-reply+x@b.example>");
            assertThat(server.messages().get(0)).contains("From: The App <no-reply+x@b.example>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:canary@host?from=a@b.example,                'does not begin with smtp:// or smtps://'",
        "smtp://user:can@ary@host?from=a@b.example,               'names no host'",
        "smtp:user:canary@host,                                   'names no host'",
        "smtp://user:can/ary@host?from=a@b.example,               'names no host'",
        "smtp://host/canary?from=a@b.example,                     'has a path'",
        "smtp://user:can#ary@host?from=a@b.example,               'names no host'",
        "smtp://host?canary@host?from=a@b.example,                'parameter other than'",
        "smtp://user:canary@host?from=a@b.example&timeout=canary, 'parameter other than'",
        "smtp://user:canary@host?from=a@b.example&from=c@d.example, 'a parameter twice'",
        "smtp://user:canary@host,                                 'has no from'",
        "smtp://user:canary@host?from=canary,                     'has no from'",
        "smtp://canary@host?from=a@b.example,                     'a user without a password'",
        "smtp://:canary@host?from=a@b.example,                    'a user without a password'",
        "smtp://user:canary@host?from=a@b.example&tls=canary,     'has a tls that is none of'",
        "smtps://user:canary@host?from=a@b.example&tls=none,      'asks for another kind of tls'",
        "smtp://user:can ary@host?from=a@b.example,               'a character that must be percent-encoded'",
        "smtp://user:canary%zz@host?from=a@b.example,             'a percent sign that must be written %25'",
        "smtp://user:canary@localhost?tls=none&from=a@b.example,  'over TLS only'",
        "smtp://user:canary@host?tls=none&from=a@b.example,       'not on the loopback interface'"
    })
    void messageNamesTheFaultWithoutTheUrl(String url, String complaint) {
        assertThatThrownBy(() -> SmtpMailer.of(url))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("ary")
                .hasNoCause();
    }

    @Test
    void refusesAMissingUrlWithAnExample() {
        assertThatThrownBy(() -> SmtpMailer.of((String) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the SMTP URL must be set, got null; " + SmtpUrl.FORM);
        assertThatThrownBy(() -> SmtpMailer.of((URI) null)).hasMessageContaining("must be set, got null");
        assertThatThrownBy(() -> SmtpMailer.of(" ")).hasMessageContaining("must be set, got a blank one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp://host:0?from=a@b.example", "smtp://host:70000?from=a@b.example"})
    void refusesAPortOutOfRange(String url) {
        assertThatThrownBy(() -> SmtpMailer.of(url)).hasMessageContaining("between 1 and 65535");
    }
}
