package io.accounts4j.integration.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of its own that is killed and started again on the same files and port. */
final class PostgresProcess implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgres server;

    private PostgresProcess(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    static PostgresProcess start(Path directory) throws IOException {
        return new PostgresProcess(directory, started(directory, 0));
    }

    private static EmbeddedPostgres started(Path directory, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // Only processes die here, no machine.
                .setServerConfig("fsync", "off");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    FaultDatabase database() {
        return FaultDatabase.at(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", "postgres");
    }

    /** SIGKILL of the server and of all its processes. */
    void kill() throws IOException, InterruptedException {
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of(server.getProcess().toHandle()),
                        server.getProcess().descendants())
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        int unused = server.getProcess().waitFor();
        for (ProcessHandle process : processes) {
            process.onExit().join();
        }
        server.close();
    }

    /** Returns when it accepts connections. */
    void restart() throws IOException {
        server = started(directory, server.getPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
