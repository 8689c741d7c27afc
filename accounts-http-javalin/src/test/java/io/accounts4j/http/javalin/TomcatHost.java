package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.AccountsConfig;
import io.accounts4j.http.servlet.AccountsFilter;
import io.accounts4j.testkit.TestAccounts;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Tomcat on the loopback interface with the filter, over accounts in memory and with the settings of {@link TestServer}. */
final class TomcatHost implements AutoCloseable {

    final TestAccounts kit = TestAccounts.create();
    private final Tomcat tomcat = new Tomcat();

    static TomcatHost start() {
        TomcatHost host = new TomcatHost();
        try {
            host.begin();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
        return host;
    }

    private void begin() throws IOException, LifecycleException {
        tomcat.setBaseDir(Files.createTempDirectory("accounts-tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (classes, started) -> {
                    new AccountsFilter(kit.accounts(), this::settings).addTo(started);
                    ServletRegistration.Dynamic empty = started.addServlet("empty", new EmptyServlet());
                    empty.setAsyncSupported(true);
                    assertThat(empty.addMapping("/")).isEmpty();
                },
                Set.of());
        tomcat.start();
    }

    private void settings(AccountsConfig config) {
        config.publicUrl(URI.create(TestServer.ORIGIN))
                .signingKey(TestServer.KEY)
                .clock(kit.clock());
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** Without a servlet for a path Tomcat calls no filter. */
    private static final class EmptyServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }
}
