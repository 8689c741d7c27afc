package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    static final String KEY_BASE = "Vb8qkzYt3mWc5xN7uRj2pLs9dHf4gKe6aZyXwQvTnMbCrSeDkPhGtJuF1234abcd";

    private static final Map<String, String> PROD = Map.of(
            "ACCOUNTS_ENV", "prod",
            "DATABASE_URL", "postgres://accounts:s%40crt+%2F@db_1/accounts",
            "SECRET_KEY_BASE", KEY_BASE,
            "PUBLIC_HOST", "accounts.example.org",
            "SMTP_URL", "smtp://mailer:p%3Aw@mail.example.org");

    @Test
    void everythingHasADefaultOnADevelopersMachine() {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.environment()).isEqualTo(Environment.DEV);
        assertThat(settings.web().port()).isEqualTo(4000);
        assertThat(settings.web().publicUrl()).hasToString("http://localhost:4000");
        assertThat(settings.database().url().location()).endsWith("/data/accounts");
        assertThat(settings.database().poolSize()).isEqualTo(10);
        assertThat(settings.database().verifyTls()).isFalse();
        assertThat(settings.keyBase()).isEmpty();
        assertThat(settings.mailServer()).isEmpty();
        assertThat(settings.administrator()).isEmpty();
    }

    @Test
    void productionVerifiesTheDatabaseAndLinksToThePublicHost() {
        Settings settings = Settings.from(PROD);

        assertThat(settings.database().verifyTls()).isTrue();
        assertThat(settings.web().publicUrl()).hasToString("https://accounts.example.org");
        assertThat(settings.web().port()).isEqualTo(4000);
    }

    @Test
    void userAndPasswordArePercentDecoded() {
        Settings settings = Settings.from(PROD);

        assertThat(settings.database().url().location()).isEqualTo("db_1:5432/accounts");
        assertThat(settings.database().url().password().orElseThrow().reveal()).isEqualTo("s@crt+/");
    }

    @Test
    void mailIsFromThePublicHostUnlessTheUrlSaysFromWhom() {
        assertThat(Settings.from(PROD).mailServer()).isPresent();
        assertThat(Settings.from(with("SMTP_URL", "smtps://mail?from=hello@example.com&name=Us"))
                        .mailServer())
                .isPresent();
    }

    @Test
    void trustedProxiesAreAddressesAndNetworksOfBothKinds() {
        assertThat(Settings.from(with("TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.7,2001:db8::/32,::1"))
                        .web()
                        .trustedProxies())
                .containsExactly("10.0.0.0/8", "192.0.2.7", "2001:db8::/32", "::1");
    }

    @Test
    void aBlankVariableIsNotSet() {
        assertThat(Settings.from(Map.of("PORT", " ", "ACCOUNTS_ENV", "")).web().port())
                .isEqualTo(4000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_URL", "SECRET_KEY_BASE", "PUBLIC_HOST", "SMTP_URL"})
    void productionSaysWhatIsMissing(String name) {
        assertThatThrownBy(() -> Settings.from(without(name)))
                .isInstanceOf(StartupException.class)
                .message()
                .startsWith(name + " is not set: ")
                .contains(", for example " + name + "=")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCOUNTS_ENV        | production                    | it must be dev or prod
            PORT                | 0                             | it must be a number from 1 to 65535
            PORT                | 65536                         | it must be a number from 1 to 65535
            PORT                | http                          | it must be a number from 1 to 65535
            PORT                | ٤٠٠٠                          | it must be a number from 1 to 65535
            POOL_SIZE           | 0                             | it must be a number from 1 to 1000
            POOL_SIZE           | many                          | it must be a number from 1 to 1000
            DATABASE_TLS        | require                       | it must be verify or off
            DATABASE_URL        | accounts                      | it names no host
            DATABASE_URL        | postgres://u:p#w@db/accounts  | it names no host
            DATABASE_URL        | jdbc:postgresql://db/accounts | it is written without jdbc:
            DATABASE_URL        | postgres://u:100%@db/accounts | it has a percent sign that must be written %25
            DATABASE_URL        | postgres://db:99999/accounts  | it has a port that is not between 1 and 65535
            DATABASE_URL        | postgres://db                 | the name of a database must follow the host
            DATABASE_URL        | postgres://db/a?ssl=false     | the name of a database must follow the host
            DATABASE_URL        | mysql://db/accounts           | it must begin with postgres://, mariadb:// or h2:file:
            DATABASE_URL        | h2:file:                      | a path without a semicolon must follow h2:file:
            DATABASE_URL        | h2:file:./a;INIT=RUNSCRIPT    | a path without a semicolon must follow h2:file:
            SECRET_KEY_BASE     | short                         | it has 5 characters and needs 64
            SECRET_KEY_BASE     | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | it has 1 different characters and needs 16
            SECRET_KEY_BASE     | 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | it repeats itself after 16 characters
            METRICS_TOKEN       | prometheus                    | it has 10 characters and needs 32
            PUBLIC_HOST         | x:99999                       | it has a port that is not between 1 and 65535
            PUBLIC_HOST         | x:0                           | it has a port that is not between 1 and 65535
            PUBLIC_HOST         | user:secret@example.org       | it must be a host name alone
            PUBLIC_HOST         | example.org.                  | it must be a host name alone
            PUBLIC_HOST         | 300.1.1.1                     | it has a host that is neither a name nor an address
            DATABASE_URL        | postgres://a..b/accounts      | it has a host that is neither a name nor an address
            DATABASE_URL        | h2:file:./data/               | a path without a semicolon must follow h2:file:
            TRUSTED_PROXIES     | 0.0.0.0/0                     | it must not be every address
            TRUSTED_PROXIES     | 10.0.0.1,::/0                 | it must not be every address
            PUBLIC_HOST         | https://example.org           | it must be a host name alone
            PUBLIC_HOST         | example.org/accounts          | it must be a host name alone
            SMTP_URL            | mail.example.org              | it does not begin with smtp:// or smtps://
            SMTP_URL            | smtp://mail.example.org/x     | it has a path
            SMTP_URL            | smtp://u@mail                 | it has a user without a password
            SMTP_URL            | smtp://mail?from=nobody       | it has no from, or one that is no e-mail address
            SMTP_URL            | smtp://mail?tls=none          | mail is not on the loopback interface
            PUBLIC_HOST         | accounts..example.org         | it has a host that is neither a name nor an address
            TRUSTED_PROXIES     | proxy.example.org             | it must be addresses or networks
            TRUSTED_PROXIES     | 10.0.0.0/33                   | it must be addresses or networks
            TRUSTED_PROXIES     | 10.0.0.256                    | it must be addresses or networks
            TRUSTED_PROXIES     | 10.0.0.1,,10.0.0.2            | it must be addresses or networks
            TRUSTED_PROXIES     | face                          | it must be addresses or networks
            """)
    void saysWhatIsWrongWithAValueWithoutQuotingIt(String name, String value, String reason) {
        assertThatThrownBy(() -> Settings.from(with(name, value)))
                .isInstanceOf(StartupException.class)
                .message()
                .startsWith(name + " is malformed: " + reason)
                .contains(", for example " + name + "=")
                .hasLineCount(1);
    }

    @Test
    void aHostMayHoldAnUnderscoreInEveryUrl() {
        assertThat(Settings.from(with("SMTP_URL", "smtp://mail_catcher:1025?tls=insecure"))
                        .mailServer())
                .isPresent();
        assertThat(Settings.from(with("DATABASE_URL", "mariadb://db_1/a"))
                        .database()
                        .url()
                        .location())
                .isEqualTo("db_1:3306/a");
        Map<String, String> named = with("PUBLIC_HOST", "web_1.example.org:8443");
        named.put("SMTP_URL", "smtp://mail?from=no-reply@example.org");
        assertThat(Settings.from(named).web().publicUrl()).hasToString("https://web_1.example.org:8443");
    }

    @Test
    void readsThePublicHostByItsNameInPhoenixToo() {
        Map<String, String> phoenix = without("PUBLIC_HOST");
        phoenix.put("PHX_HOST", "old.example.org");
        assertThat(Settings.from(phoenix).web().publicUrl()).hasToString("https://old.example.org");
        phoenix.put("PUBLIC_HOST", "new.example.org");
        assertThat(Settings.from(phoenix).web().publicUrl()).hasToString("https://new.example.org");
    }

    @Test
    void aValueThatWasNotUtf8IsRefused() {
        Map<String, String> values = Map.of("ADMIN_EMAIL", "a@b.org", "ADMIN_PASSWORD", "Gr\uFFFD\uFFFDe der Dinge 1");
        assertThatThrownBy(() -> Settings.from(values))
                .isInstanceOf(StartupException.class)
                .message()
                .startsWith("ADMIN_PASSWORD is malformed: it must be UTF-8")
                .contains("LC_ALL=C.UTF-8")
                .hasLineCount(1);
    }

    @Test
    void anAdministratorNeedsAnAddressAndAGoodPassword() {
        assertThatThrownBy(() -> Settings.from(Map.of("ADMIN_PASSWORD", "Correct horse 1")))
                .hasMessageStartingWith("ADMIN_EMAIL is not set: ");
        assertThatThrownBy(() -> Settings.from(Map.of("ADMIN_EMAIL", "admin")))
                .hasMessageStartingWith("ADMIN_EMAIL is malformed: it must have the @ sign and no spaces");
        assertThatThrownBy(() -> Settings.from(with("ADMIN_EMAIL", "a@example.org")))
                .hasMessageStartingWith("ADMIN_PASSWORD is not set: ");
        assertThatThrownBy(() -> Settings.from(Map.of("ADMIN_EMAIL", "a@example.org", "ADMIN_PASSWORD", "Short1")))
                .hasMessageStartingWith("ADMIN_PASSWORD is malformed: it should be at least 12 character(s)");
    }

    @Test
    void anOldKeyNeedsANewOne() {
        assertThatThrownBy(() -> Settings.from(Map.of("SECRET_KEY_BASE_OLD", "o".repeat(64))))
                .hasMessageStartingWith("SECRET_KEY_BASE is not set: ");
        assertThatThrownBy(() -> Settings.from(with("SECRET_KEY_BASE_OLD", "short")))
                .hasMessageStartingWith("SECRET_KEY_BASE_OLD is malformed: ");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> Settings.from(Map.of("ACCOUNTS_ENV", "prod", "PORT", "x")))
                .message()
                .hasLineCount(5)
                .contains(
                        "PORT is malformed", "DATABASE_URL is", "SECRET_KEY_BASE is", "PUBLIC_HOST is", "SMTP_URL is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://u:canary#@db/a",
                "postgres://u:canary%zz@db/a",
                "postgres://u:canary@db",
                "oracle://u:canary@db/a"
            })
    void noSecretIsInASentenceOrASetting(String url) {
        assertThatThrownBy(() -> Settings.from(with("DATABASE_URL", url)))
                .message()
                .doesNotContain("canary");
        assertThatThrownBy(() -> Settings.from(with("SMTP_URL", url))).message().doesNotContain("canary");
        String printed =
                Settings.from(with("DATABASE_URL", "postgres://u:canary@db/a")).toString();
        assertThat(printed).doesNotContain("canary", KEY_BASE, "p:w");
    }

    @Test
    void everyVariableIsOnThePage() throws IOException {
        String page = Files.readString(Path.of("../../docs/example-server.md"));
        assertThat(page)
                .contains(ServerProcess.VARIABLES.stream()
                        .map(name -> "`" + name + "`")
                        .toList());
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> values = new HashMap<>(PROD);
        values.put(name, value);
        return values;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> values = new HashMap<>(PROD);
        values.remove(name);
        return values;
    }
}
