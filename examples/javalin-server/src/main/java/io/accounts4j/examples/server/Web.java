package io.accounts4j.examples.server;

import io.accounts4j.http.javalin.ServerDefaults;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;

/** The web server, with the settings that a plugin leaves to its host. */
final class Web {

    private static final Duration DRAIN = Duration.ofSeconds(4);

    private Web() {}

    /** Starts a server with {@code routes}; {@link StartupException} if the port is in use. */
    static Javalin start(String host, int port, Consumer<JavalinConfig> routes) {
        Javalin server = Javalin.create(config -> {
            settle(config);
            routes.accept(config);
        });
        try {
            return server.start(host, port);
        } catch (JavalinBindException e) {
            server.stop();
            throw taken(port);
        }
    }

    /** Throws {@link StartupException} before any part starts if the port is in use. */
    static void requireFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw taken(port);
        }
    }

    private static StartupException taken(int port) {
        return new StartupException("Port " + port + " cannot be listened on: stop what uses it, or choose another,"
                + " for example PORT=" + (port == 4000 ? 4001 : 4000) + ".");
    }

    private static void settle(JavalinConfig config) {
        ServerDefaults.applyTo(config);
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.requestLogger.http(new RequestLog());
        config.jetty.modifyServer(Web::drains);
    }

    /** Lets running requests finish when the server stops. */
    private static void drains(Server jetty) {
        jetty.setStopTimeout(DRAIN.toMillis());
        jetty.insertHandler(new Draining());
    }
}
