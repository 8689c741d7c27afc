package io.accounts4j.http.javalin;

import io.accounts4j.http.AccountsHttp;
import io.javalin.config.JettyConfig;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Checks of the whole server that keep it from starting. */
final class StartChecks {

    private StartChecks() {}

    static void add(JettyConfig jetty, AccountsHttp http) {
        jetty.modifyServer(server -> server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                requireAsyncSupport(server);
                for (Connector connector : server.getConnectors()) {
                    if (connector instanceof NetworkConnector network) {
                        http.checkHost(network.getHost());
                    }
                }
            }
        }));
    }

    /** Behind one filter that forbids to suspend requests (Servlet 6.1, 2.3.3.3) a thread would wait for every body. */
    private static void requireAsyncSupport(Server server) {
        for (ServletHandler handler : server.getDescendants(ServletHandler.class)) {
            for (FilterHolder filter : handler.getFilters()) {
                if (!filter.isAsyncSupported()) {
                    throw new IllegalStateException("every servlet filter must support asynchronous requests, got "
                            + filter.getName() + " without; call setAsyncSupported(true) on its holder");
                }
            }
        }
    }
}
