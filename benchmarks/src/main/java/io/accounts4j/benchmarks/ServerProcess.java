package io.accounts4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a JVM of its own, on a port it chose, whose CPU time is counted from outside. */
final class ServerProcess implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final long began;
    private final int port;

    private ServerProcess(Process process, long began, int port) {
        this.process = process;
        this.began = began;
        this.port = port;
    }

    /** Starts {@code main} and waits until a line of its output matches {@code ready}, whose first group is the port. */
    static ServerProcess start(
            String classPath, String main, Map<String, String> environment, Pattern ready, String... arguments) {
        return start(classPath, main, environment, ready, line -> {}, arguments);
    }

    /** The same, and {@code lines} gets what it prints after that, on a thread of its own. */
    static ServerProcess start(
            String classPath,
            String main,
            Map<String, String> environment,
            Pattern ready,
            Consumer<String> lines,
            String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx512m", "-cp", classPath, main));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            long began = System.nanoTime();
            Process process = builder.start();
            return new ServerProcess(process, began, port(process, ready, lines));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    Duration cpu() {
        return ProcessCpu.ofTree(process.pid());
    }

    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int port(Process process, Pattern ready, Consumer<String> lines) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = ready.matcher(line);
            if (matcher.find()) {
                drain(output, lines);
                return Integer.parseInt(matcher.group(1));
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException("the server ended before it was ready:\n" + seen);
    }

    private static void drain(BufferedReader output, Consumer<String> lines) {
        Thread reader = new Thread(() -> output.lines().forEach(lines), "server-output");
        reader.setDaemon(true);
        reader.start();
    }
}
