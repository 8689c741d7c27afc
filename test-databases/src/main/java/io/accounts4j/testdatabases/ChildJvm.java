package io.accounts4j.testdatabases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A child JVM, by default with the class path of this JVM, for tests that kill a process. Its output is read line by line; it
 * ends with this JVM at the latest. Thread-safe.
 */
public final class ChildJvm implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    /** Options for a JVM that lives for seconds: a fifth less processor time until it is ready. */
    public static final List<String> QUICK_START = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Starts {@code main} with {@code arguments}. */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return start(main, Map.of(), arguments);
    }

    /** Starts {@code main} with {@code arguments} and {@code environment} on top of this JVM's own. */
    public static ChildJvm start(Class<?> main, Map<String, String> environment, String... arguments) {
        return start(System.getProperty("java.class.path"), main, environment, arguments);
    }

    /** Starts {@code main} with {@code arguments} and {@code classPath}. */
    public static ChildJvm startOn(String classPath, Class<?> main, String... arguments) {
        return start(classPath, main, Map.of(), arguments);
    }

    private static ChildJvm start(
            String classPath, Class<?> main, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return start(command, environment);
    }

    private static ChildJvm start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            ChildJvm child = new ChildJvm(builder.start());
            AtExit.add(child::close);
            child.read();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        Thread reader = new Thread(this::readLines, "child-jvm-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void readLines() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("output lost: " + e.getMessage());
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The lines printed so far. */
    public synchronized List<String> lines() {
        return Collections.unmodifiableList(new ArrayList<>(lines));
    }

    /**
     * Waits up to a minute for a line that matches {@code wanted}, and returns the first such line.
     *
     * @throws AssertionError with the output, if the process ends or the minute is over before
     */
    public synchronized String awaitLine(Predicate<String> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        for (int seen = 0; ; ) {
            for (; seen < lines.size(); seen++) {
                if (wanted.test(lines.get(seen))) {
                    return lines.get(seen);
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError("no such line came: " + String.join("\n", lines));
            }
            wait(left);
        }
    }

    /**
     * Waits up to a minute until the process has ended by itself and all its lines are read, and returns its exit code.
     *
     * @throws AssertionError with the output, if the minute is over before
     */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + String.join("\n", lines()));
        }
        synchronized (this) {
            while (!ended) {
                wait();
            }
        }
        return process.exitValue();
    }

    /** Returns whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    /** Sends SIGTERM; the shutdown hooks run. */
    public void terminate() {
        // Process.destroy would also close the output, and the last lines with it.
        process.toHandle().destroy();
    }

    /** Sends SIGKILL and returns when the process has ended. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
