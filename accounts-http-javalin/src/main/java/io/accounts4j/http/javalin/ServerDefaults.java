package io.accounts4j.http.javalin;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/**
 * Settings of the whole server that keep slow or many clients from stopping it: a bound on connections, a deadline for the
 * head of a request, and a thread that costs nothing per request where waiting in {@code synchronized} does not pin
 * virtual ones (24 and later, JEP 491). A plugin may not set them, so a host calls this beside it, before settings of its own.
 */
public final class ServerDefaults {

    /** How many connections are open at once, over all clients; more wait to be accepted. */
    public static final int MAX_CONNECTIONS = 8192;

    /**
     * How long the head of a request may take, from its first byte to its last; the first on a connection counts from the
     * connection on. Slower clients are cut off. The deadline of a body is {@link
     * io.accounts4j.http.AccountsConfig#bodyTimeout}.
     */
    public static final Duration HEAD_TIMEOUT = Duration.ofSeconds(20);

    private static final int FIRST_WITHOUT_PINNING = 24;

    /** The URI compliance of Javalin without {@code %u0041}, on which its decoding of paths fails. */
    private static final UriCompliance WITHOUT_UTF16 =
            UriCompliance.LEGACY.without("ACCOUNTS", UriCompliance.Violation.UTF16_ENCODINGS);

    private ServerDefaults() {}

    /** Applies them to {@code config}. The host may set every one of them again afterwards. */
    public static void applyTo(JavalinConfig config) {
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= FIRST_WITHOUT_PINNING;
        config.startup.showJavalinBanner = false;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setUriCompliance(WITHOUT_UTF16);
        });
        config.jetty.modifyServer(server -> {
            server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
            server.insertHandler(new HeadDeadline(HEAD_TIMEOUT));
        });
    }
}
