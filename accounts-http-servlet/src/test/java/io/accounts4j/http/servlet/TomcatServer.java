package io.accounts4j.http.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.AccountsConfig;
import io.accounts4j.testkit.TestAccounts;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Tomcat on the loopback interface with the filter before a servlet of the host, over accounts in memory. */
final class TomcatServer implements AutoCloseable {

    final TestAccounts kit = TestAccounts.create();
    private final Tomcat tomcat = new Tomcat();

    /** Starts with two threads for requests. {@code host} sets up what stands before our filter. */
    static TomcatServer start(Consumer<AccountsConfig> settings, Consumer<Context> host, String... leftAlone) {
        TomcatServer server = new TomcatServer();
        try {
            server.begin(settings, host, leftAlone);
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
        return server;
    }

    private void begin(Consumer<AccountsConfig> settings, Consumer<Context> host, String... leftAlone)
            throws IOException, LifecycleException {
        tomcat.setBaseDir(Files.createTempDirectory("accounts-tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxThreads", "2");
        tomcat.getConnector().setProperty("minSpareThreads", "2");
        Context context = tomcat.addContext("/shop", null);
        host.accept(context);
        context.addServletContainerInitializer(
                (classes, started) -> {
                    new AccountsFilter(kit.accounts(), config -> settings.accept(defaults(config)), leftAlone)
                            .addTo(started);
                    ServletRegistration.Dynamic shop = started.addServlet("shop", new HostServlet());
                    shop.setAsyncSupported(true);
                    assertThat(shop.addMapping("/")).isEmpty();
                },
                Set.of());
        tomcat.start();
    }

    private AccountsConfig defaults(AccountsConfig config) {
        return config.publicUrl(URI.create("https://app.example.org/shop")).clock(kit.clock());
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    Connection connect() throws IOException {
        return new Connection(new Socket("127.0.0.1", port()));
    }

    /** The answer to a request without a body. */
    String get(String path) {
        try (Connection connection = connect()) {
            return connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                    .rest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** A connection whose bytes a test sends piece by piece. */
    record Connection(Socket socket) implements AutoCloseable {

        Connection send(String bytes) throws IOException {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return this;
        }

        /** All that the server sends until it closes the connection. */
        String rest() throws IOException {
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** The host's own answer to every path. */
    private static final class HostServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("host: " + request.getRequestURI());
        }
    }
}
