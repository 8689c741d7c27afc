package io.accounts4j.examples.server;

import io.accounts4j.examples.server.Settings.Administrator;
import io.accounts4j.examples.server.Settings.Database;
import io.accounts4j.examples.server.Settings.KeyBase;
import io.accounts4j.examples.server.Settings.Web;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ServerUrl;
import io.accounts4j.mail.Mailer;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordPolicy;
import io.accounts4j.smtp.SmtpMailer;
import io.accounts4j.user.Email;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@link Settings} and collects every fault. For one use. */
final class SettingsReader {

    private static final String DATABASE_EXAMPLE = "postgres://accounts:secret@localhost:5432/accounts";
    private static final String KEY_EXAMPLE = "$(openssl rand -hex 64)";
    private static final String MAIL_EXAMPLE = "smtp://user:secret@mail.example.org:587?from=no-reply@example.org";
    private static final String PASSWORD_EXAMPLE = "Aa1-$(openssl rand -hex 16)";
    private static final String TOKEN_EXAMPLE = "$(openssl rand -hex 32)";
    private static final int MIN_TOKEN = 32;

    /** The name of {@code PUBLIC_HOST} in deployments of the Phoenix application this server can replace. */
    private static final String PUBLIC_HOST_IN_PHOENIX = "PHX_HOST";

    private final Variables variables;

    SettingsReader(Map<String, String> values) {
        this.variables = new Variables(values);
    }

    Settings read() {
        Environment environment = environment();
        boolean prod = environment == Environment.PROD;
        Web web = web(prod);
        Settings settings = new Settings(
                environment,
                web,
                database(prod),
                keyBase(prod),
                mailServer(prod, web.publicUrl()),
                variables.find("METRICS_TOKEN", SettingsReader::token, TOKEN_EXAMPLE),
                administrator(prod));
        refuseProblems();
        return settings;
    }

    int readPort() {
        int port = port();
        refuseProblems();
        return port;
    }

    private void refuseProblems() {
        if (!variables.problems().isEmpty()) {
            throw new StartupException(variables.problems());
        }
    }

    private Environment environment() {
        return variables
                .find("ACCOUNTS_ENV", value -> choice(value, Environment.DEV, "dev", Environment.PROD, "prod"), "prod")
                .orElse(Environment.DEV);
    }

    private Web web(boolean prod) {
        int port = port();
        return new Web(port, publicUrl(prod, port), trustedProxies());
    }

    private int port() {
        return number("PORT", 4000, 1, 65_535);
    }

    private URI publicUrl(boolean prod, int port) {
        String name = variables.isSet("PUBLIC_HOST") || !variables.isSet(PUBLIC_HOST_IN_PHOENIX)
                ? "PUBLIC_HOST"
                : PUBLIC_HOST_IN_PHOENIX;
        if (prod && !variables.isSet(name)) {
            variables.missing("PUBLIC_HOST", "links in mails need the public host name", "accounts.example.org");
        }
        return variables
                .find(name, Urls::https, "accounts.example.org")
                .orElseGet(() -> URI.create("http://localhost:" + port));
    }

    private Database database(boolean prod) {
        if (prod && !variables.isSet("DATABASE_URL")) {
            variables.missing("DATABASE_URL", "accounts need a database", DATABASE_EXAMPLE);
        }
        DatabaseUrl url = variables
                .find("DATABASE_URL", DatabaseUrl::parse, DATABASE_EXAMPLE)
                .orElseGet(() -> DatabaseUrl.parse("h2:file:./data/accounts"));
        boolean verifyTls = variables
                .find("DATABASE_TLS", value -> choice(value, true, "verify", false, "off"), "verify")
                .orElse(prod);
        return new Database(url, number("POOL_SIZE", 10, 1, 1_000), verifyTls);
    }

    private Optional<KeyBase> keyBase(boolean prod) {
        if (prod && !variables.isSet("SECRET_KEY_BASE")) {
            variables.missing("SECRET_KEY_BASE", "keys are derived from 64 or more random characters", KEY_EXAMPLE);
        }
        if (variables.isSet("SECRET_KEY_BASE_OLD") && !variables.isSet("SECRET_KEY_BASE")) {
            variables.missing("SECRET_KEY_BASE", "SECRET_KEY_BASE_OLD only accompanies a new one", KEY_EXAMPLE);
        }
        Optional<Secret> old = variables.find("SECRET_KEY_BASE_OLD", SettingsReader::keyBase, KEY_EXAMPLE);
        return variables
                .find("SECRET_KEY_BASE", SettingsReader::keyBase, KEY_EXAMPLE)
                .map(current -> new KeyBase(current, old));
    }

    private Optional<Mailer> mailServer(boolean prod, URI publicUrl) {
        if (prod && !variables.isSet("SMTP_URL")) {
            variables.missing("SMTP_URL", "mail must be sent somewhere", MAIL_EXAMPLE);
        }
        return variables.find(
                "SMTP_URL", url -> mailer(url, ServerUrl.ofSite(publicUrl).host()), MAIL_EXAMPLE);
    }

    private List<String> trustedProxies() {
        return variables
                .find("TRUSTED_PROXIES", Networks::parse, "10.0.0.0/8,192.0.2.7")
                .orElse(List.of());
    }

    private Optional<Administrator> administrator(boolean prod) {
        String example = "admin@example.org";
        if (variables.isSet("ADMIN_PASSWORD") && !variables.isSet("ADMIN_EMAIL")) {
            variables.missing("ADMIN_EMAIL", "ADMIN_PASSWORD requires it", example);
        }
        if (prod && variables.isSet("ADMIN_EMAIL") && !variables.isSet("ADMIN_PASSWORD")) {
            variables.missing("ADMIN_PASSWORD", "production generates and prints no password", PASSWORD_EXAMPLE);
        }
        Optional<Password> password = variables.find("ADMIN_PASSWORD", SettingsReader::password, PASSWORD_EXAMPLE);
        return variables
                .find("ADMIN_EMAIL", SettingsReader::email, example)
                .map(email -> new Administrator(email, password));
    }

    private int number(String name, int fallback, int min, int max) {
        return variables
                .find(name, value -> number(value, min, max), Integer.toString(fallback))
                .orElse(fallback);
    }

    private static int number(String value, int min, int max) {
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max) {
            return Integer.parseInt(value);
        }
        throw new MalformedException("it must be a number from " + min + " to " + max);
    }

    private static <T> T choice(String value, T first, String firstName, T second, String secondName) {
        if (value.equals(firstName)) {
            return first;
        }
        if (value.equals(secondName)) {
            return second;
        }
        throw new MalformedException("it must be " + firstName + " or " + secondName);
    }

    private static Secret keyBase(String value) {
        KeyBaseRule.problem(value).ifPresent(problem -> {
            throw new MalformedException(problem);
        });
        return Secret.of(value);
    }

    private static Secret token(String value) {
        if (value.length() < MIN_TOKEN) {
            throw new MalformedException("it has " + value.length() + " characters and needs " + MIN_TOKEN);
        }
        return Secret.of(value);
    }

    /** A URL without a sender gets an address of the public host as its sender. */
    private static Mailer mailer(String url, String publicHost) {
        String sender = (url.contains("?") ? "&" : "?") + "from=no-reply@" + publicHost;
        try {
            return SmtpMailer.of(url.matches(".*[?&]from=.*") ? url : url + sender);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new MalformedException(String.valueOf(e.getMessage())
                    .replaceFirst("^the SMTP URL ", "it ")
                    .replaceFirst("[;:] .*", ""));
        }
    }

    private static Email email(String value) {
        refuse(Email.problems(value));
        return new Email(value);
    }

    private static Password password(String value) {
        Password password = Password.of(value);
        refuse(PasswordPolicy.original().problems(password));
        return password;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new MalformedException("it " + problems.get(0).message());
        }
    }
}
