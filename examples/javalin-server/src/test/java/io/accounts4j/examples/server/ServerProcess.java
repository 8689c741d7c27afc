package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.testdatabases.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The example server as a process, started from its jar in a directory of its own. */
final class ServerProcess implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    /** The variables of the server, which the environment of the developer must not set. */
    static final List<String> VARIABLES = List.of(
            "PORT",
            "DATABASE_URL",
            "DATABASE_TLS",
            "POOL_SIZE",
            "SECRET_KEY_BASE",
            "SECRET_KEY_BASE_OLD",
            "PUBLIC_HOST",
            "PHX_HOST",
            "ACCOUNTS_ENV",
            "SMTP_URL",
            "TRUSTED_PROXIES",
            "METRICS_TOKEN",
            "ADMIN_EMAIL",
            "ADMIN_PASSWORD");

    private final Process process;
    private final int port;
    private final Path out;
    private final Path err;

    private ServerProcess(Process process, int port, Path out, Path err) {
        this.process = process;
        this.port = port;
        this.out = out;
        this.err = err;
    }

    /** Starts the jar in {@code directory}. Default port: a free one. */
    static ServerProcess start(Path directory, Map<String, String> settings, String... arguments) throws IOException {
        Path jar = Path.of(System.getProperty("basedir", ""), "target", "accounts-example.jar")
                .toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ChildJvm.QUICK_START);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        VARIABLES.forEach(builder.environment()::remove);
        String port = settings.getOrDefault("PORT", Integer.toString(freePort()));
        builder.environment().putAll(settings);
        builder.environment().put("PORT", port);
        return new ServerProcess(builder.start(), Integer.parseInt(port), out, err);
    }

    /** Returns when it accepts connections. */
    ServerProcess awaitListening() throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!out().contains("Listening on http://localhost:" + port)) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as("it starts: %s %s", out(), err())
                    .isTrue();
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** Waits for the process to end by itself and returns its exit code. */
    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGKILL. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    int port() {
        return port;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Returns standard output so far. */
    String out() throws IOException {
        return Files.readString(out);
    }

    /** Returns the log so far. */
    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
