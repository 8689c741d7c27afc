package io.accounts4j.http.javalin;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Requires that requests can be suspended: behind one filter that forbids it, a thread would wait for every body. */
final class AsyncSupport {

    private AsyncSupport() {}

    /** Makes the server refuse to start with a filter that does not support asynchronous requests (Servlet 6.1, 2.3.3.3). */
    static void require(JettyConfig jetty) {
        jetty.modifyServer(server -> server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                check(server);
            }
        }));
    }

    private static void check(Server server) {
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
