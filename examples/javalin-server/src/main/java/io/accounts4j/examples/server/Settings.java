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
 * The checked settings of the server, from environment variables: see {@code docs/example-server.md}.
 *
 * @param keyBase {@code SECRET_KEY_BASE}; empty only in {@code dev}, which uses a key file instead
 * @param mailServer {@code SMTP_URL}; empty only in {@code dev}, whose browser pages show mail
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
     * The address of the server.
     *
     * @param publicUrl the start of links in mails
     * @param trustedProxies addresses or networks with a trusted {@code X-Forwarded-For}
     */
    record Web(int port, URI publicUrl, List<String> trustedProxies) {

        /** Returns whether the public URL is loopback without TLS, where Safari drops {@code Secure} cookies. */
        boolean isPlainLoopback() {
            ServerUrl site = ServerUrl.ofSite(publicUrl);
            return site.scheme().equals("http") && ThisMachine.isNamed(site.host());
        }
    }

    /**
     * The database.
     *
     * @param poolSize the greatest number of connections
     * @param verifyTls true to verify certificate and host name of the server
     */
    record Database(DatabaseUrl url, int poolSize, boolean verifyTls) {}

    /**
     * The secret from which keys are derived.
     *
     * @param old the previous secret, whose signatures stay valid
     */
    record KeyBase(Secret current, Optional<Secret> old) {}

    /**
     * The administrator to create at the start.
     *
     * @param password empty only in {@code dev}, which generates and prints a password
     */
    record Administrator(Email email, Optional<Password> password) {}

    /** Reads {@code variables}; {@link StartupException} lists every fault. */
    static Settings from(Map<String, String> variables) {
        return new SettingsReader(variables).read();
    }

    /** Reads the port alone, for the health probe. */
    static int port(Map<String, String> variables) {
        return new SettingsReader(variables).readPort();
    }
}
