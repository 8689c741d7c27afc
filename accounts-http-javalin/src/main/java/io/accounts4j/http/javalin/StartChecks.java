package io.accounts4j.http.javalin;

import io.javalin.config.JettyConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** Checks of the whole server that keep it from starting. */
final class StartChecks {

    private StartChecks() {}

    /**
     * Requires that requests can be suspended (Servlet 6.1, 2.3.3.3): behind one filter that forbids it, a thread would wait
     * for every body.
     */
    static void requireAsyncSupport(JettyConfig jetty) {
        atStart(jetty, server -> {
            for (ServletHandler handler : server.getDescendants(ServletHandler.class)) {
                for (FilterHolder filter : handler.getFilters()) {
                    if (!filter.isAsyncSupported()) {
                        throw new IllegalStateException("every servlet filter must support asynchronous requests, got "
                                + filter.getName() + " without; call setAsyncSupported(true) on its holder");
                    }
                }
            }
        });
    }

    /** Requires that the server is reachable on the loopback interface only. */
    static void requireLoopback(JettyConfig jetty) {
        atStart(jetty, server -> {
            for (Connector connector : server.getConnectors()) {
                if (connector instanceof NetworkConnector network && !isLoopback(network.getHost())) {
                    throw new IllegalStateException("insecureCookies(true) is for development on the loopback interface;"
                            + " start the server with host \"127.0.0.1\", or serve it over TLS without that setting");
                }
            }
        });
    }

    private static void atStart(JettyConfig jetty, Consumer<Server> check) {
        jetty.modifyServer(server -> server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                check.accept(server);
            }
        }));
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
