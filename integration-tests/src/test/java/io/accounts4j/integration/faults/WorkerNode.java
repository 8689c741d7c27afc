package io.accounts4j.integration.faults;

import io.accounts4j.testdatabases.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A worker process seen from outside. */
final class WorkerNode implements AutoCloseable {

    private final String name;
    private final ChildJvm process;
    private final Path journal;

    private WorkerNode(String name, ChildJvm process, Path journal) {
        this.name = name;
        this.process = process;
        this.journal = journal;
    }

    static WorkerNode start(String name, FaultDatabase database, Path directory, NodeSettings settings) {
        Path journal = directory.resolve(name + ".journal");
        String[] arguments = Stream.concat(
                        Stream.of(
                                "name=" + name,
                                "journal=" + journal,
                                "url=" + database.url(),
                                "user=" + database.user(),
                                "password=" + database.password()),
                        settings.arguments().stream())
                .toArray(String[]::new);
        ChildJvm process = ChildJvm.start(WorkerProcess.class, settings.environment(), arguments);
        return new WorkerNode(name, process, journal);
    }

    String name() {
        return name;
    }

    WorkerNode awaitReady() throws InterruptedException {
        String unused = process.awaitLine("ready"::equals);
        return this;
    }

    boolean isReady() {
        return process.isAlive() && process.lines().contains("ready");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    List<Run> runs() {
        return RunJournal.read(journal, name);
    }

    /** The lines that it printed. */
    List<String> lines() {
        return process.lines();
    }

    /** SIGKILL; it is gone when this returns. */
    void kill() throws InterruptedException {
        process.kill();
    }

    /** SIGTERM; answers how many milliseconds it took to end. */
    long terminate() throws InterruptedException {
        long began = System.nanoTime();
        process.terminate();
        int unused = process.awaitExit();
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** How many milliseconds its engine took to close; for one that has ended on SIGTERM. */
    long engineClosedAfter() {
        return lines().stream()
                .filter(line -> line.startsWith(WorkerProcess.ENGINE_CLOSED))
                .mapToLong(line -> Long.parseLong(line.substring(WorkerProcess.ENGINE_CLOSED.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("its engine was not closed: " + lines()));
    }

    /** SIGSTOP: not one of its threads goes on. */
    void halt() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        // The shell's own kill: the program of that name is missing on small systems.
        int exit = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill -" + name + " ended with " + exit);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
