package io.accounts4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @Test
    void readsEachPartAndDecodesTheCredentials() {
        ServerUrl url = ServerUrl.parse("SMTP://us%3Aer+x:p%40s%C3%BC@Mail.example.org:587/path?from=a%40b&x#top");

        assertThat(url.scheme()).isEqualTo("smtp");
        assertThat(url.user()).hasValue("us:er+x");
        assertThat(url.password()).hasValue("p@sü");
        assertThat(url.host()).isEqualTo("Mail.example.org");
        assertThat(url.port()).hasValue(587);
        assertThat(url.path()).isEqualTo("/path");
        assertThat(url.query()).hasValue("from=a%40b&x");
        assertThat(url.fragment()).hasValue("top");
    }

    @Test
    void absentPartsAreEmpty() {
        ServerUrl url = ServerUrl.parse("postgres://db");

        assertThat(url.user()).isEmpty();
        assertThat(url.password()).isEmpty();
        assertThat(url.port()).isEmpty();
        assertThat(url.path()).isEmpty();
        assertThat(url.query()).isEmpty();
        assertThat(url.fragment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail_catcher:1025, mail_catcher",
        "https://a_b.example.org, a_b.example.org",
        "https://xn--fa-hia.de, xn--fa-hia.de",
        "https://example.org.:80, example.org.",
        "http://127.0.0.1:4000, 127.0.0.1",
        "http://[::1]:4000, ::1",
        "http://[2001:db8::7], 2001:db8::7"
    })
    void hostIsANameOrAnAddress(String url, String host) {
        assertThat(ServerUrl.parse(url).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "canary",
                "smtp:canary@host",
                "https:///canary",
                "https://u:canary@",
                "https://u:can@ary@host",
                "https://u:can/ary@host",
                "https://canary..org",
                "https://.canary",
                "https://-canary.org",
                "https://canary-.org",
                "https://cänary.org",
                "https://canary.999",
                "https://256.1.1.1",
                "https://canary:",
                "https://canary:x",
                "https://canary:0",
                "https://canary:99999",
                "https://canary:123456",
                "https://[canary]",
                "https://[::g]",
                "https://host/can ary",
                "https://host/can\u00e4ry",
                "https://u:canary%zz@host",
                "https://u:canary%ff@host",
                "https://host/canary%",
                "https://host/?canary%2"
            })
    void malformedTextIsRefusedWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> ServerUrl.parse(text))
                .isInstanceOf(MalformedUrlException.class)
                .hasMessageNotContainingAny("canary", "can", "ary")
                .hasNoCause();
    }

    @Test
    void hostLongerThanDnsAllowsIsRefused() {
        String label = "a".repeat(63);

        assertThat(ServerUrl.parse("https://" + label + ".org").host()).hasSize(67);
        assertThatThrownBy(() -> ServerUrl.parse("https://" + label + "a.org"))
                .isInstanceOf(MalformedUrlException.class);
        assertThatThrownBy(() -> ServerUrl.parse("https://" + (label + ".").repeat(4) + "org"))
                .isInstanceOf(MalformedUrlException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.ORG:443/app, https://example.org",
        "http://example.org:80, http://example.org",
        "https://example.org:80, https://example.org:80",
        "http://[2001:DB8::7]:4000, http://[2001:db8::7]:4000"
    })
    void originIsWrittenAsBrowsersWriteIt(String url, String origin) {
        assertThat(ServerUrl.parse(url).origin()).isEqualTo(origin);
    }

    @Test
    void textOfAUrlHoldsNoCredentials() {
        assertThat(ServerUrl.parse("https://us:canary@[::1]:8443/a?b")).hasToString("https://[::1]:8443/a");
    }
}
