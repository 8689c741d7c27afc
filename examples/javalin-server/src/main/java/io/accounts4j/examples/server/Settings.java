package io.accounts4j.examples.server;

import io.accounts4j.kernel.ServerUrl;
import io.accounts4j.mail.Mailer;
import io.accounts4j.password.Password;
import io.accounts4j.user.Email;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the server reads from its environment, checked. The names are the original's: see {@code docs/example-server.md}.
 *
 * @param keyBase {@code SECRET_KEY_BASE}; empty only in {@code dev}, where a key file stands in
 * @param mailServer {@code SMTP_URL}; empty only in {@code dev}, where mail is shown in the browser
 * @param metricsToken {@code METRICS_TOKEN}: the bearer that may read {@code /metrics}
 * @param administrator {@code ADMIN_EMAIL} and {@code ADMIN_PASSWORD}
 */
record Settings(
        Environment environment,
        Web web,
        Database database,
        Optional<KeyBase> keyBase,
        Optional<Mailer> mailServer,
        Optional<Secret> metricsToken,
        Optional<Administrator> administrator) {

    /**
     * How it is reached.
     *
     * @param publicUrl what links in mails begin with
     * @param trustedProxies addresses or networks whose {@code X-Forwarded-For} is believed
     */
    record Web(int port, URI publicUrl, List<String> trustedProxies) {

        /** Whether only this machine is reached, without TLS: Safari then drops cookies that are {@code Secure}. */
        boolean isPlainLoopback() {
            ServerUrl site = ServerUrl.ofSite(publicUrl);
            return site.scheme().equals("http") && ThisMachine.isNamed(site.host());
        }
    }

    /**
     * Where it keeps everything.
     *
     * @param poolSize connections at most
     * @param verifyTls whether the server's certificate and name are checked
     */
    record Database(DatabaseUrl url, int poolSize, boolean verifyTls) {}

    /**
     * What keys are derived from.
     *
     * @param old the one before, still accepted
     */
    record KeyBase(Secret current, Optional<Secret> old) {}

    /**
     * Who is made an administrator at the start.
     *
     * @param password empty only in {@code dev}, where one is made up and printed
     */
    record Administrator(Email email, Optional<Password> password) {}

    /** The settings in {@code variables}; {@link StartupException} has a sentence for everything wrong with them. */
    static Settings from(Map<String, String> variables) {
        return new SettingsReader(variables).read();
    }

    /** The port alone, for who asks the server beside it. */
    static int port(Map<String, String> variables) {
        return new SettingsReader(variables).readPort();
    }
}
