package io.accounts4j.http.javalin;

import io.javalin.config.JettyConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** Keeps a server whose cookies are insecure from being reached over a network. */
final class Loopback {

    private Loopback() {}

    /** Makes the server refuse to start on any other interface. */
    static void only(JettyConfig jetty) {
        jetty.modifyServer(server -> server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                check(server);
            }
        }));
    }

    private static void check(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof NetworkConnector network && !isLoopback(network.getHost())) {
                throw new IllegalStateException("insecureCookies(true) is for development on the loopback interface;"
                        + " start the server with host \"127.0.0.1\", or serve it over TLS without that setting");
            }
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
