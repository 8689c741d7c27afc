package io.accounts4j.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.token.RawToken;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountLinksTest {

    @Test
    void linksBeginWithTheConfiguredAddress() {
        RawToken token = RawToken.random();

        for (String base : new String[] {"https://app.example.org", "https://app.example.org/"}) {
            AccountLinks links = AccountLinks.under(URI.create(base));
            assertThat(links.home()).isEqualTo("https://app.example.org/");
            assertThat(links.confirmation(token))
                    .isEqualTo("https://app.example.org/users/confirm?token=" + token.reveal());
        }
    }

    @Test
    void aPathAndAPortAreKept() {
        assertThat(AccountLinks.under(URI.create("http://localhost:4000/app/")).home())
                .isEqualTo("http://localhost:4000/app/");
    }

    @Test
    void hostMayHoldAnUnderscore() {
        assertThat(AccountLinks.under(URI.create("http://web_1:4000")).home()).isEqualTo("http://web_1:4000/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.org",
                "/app",
                "",
                "ftp://app.example.org",
                "javascript:alert(1)",
                "https:app.example.org",
                "https:///path",
                "https://app.example.org?x=1",
                "https://app.example.org#top",
                "https://app.example.org:99999",
                "https://app..example.org",
                "https://user:password@app.example.org"
            })
    void whatIsNoPublicAddressIsRefusedWithAnExample(String url) {
        assertThatThrownBy(() -> AccountLinks.under(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://app.example.org");
    }
}
