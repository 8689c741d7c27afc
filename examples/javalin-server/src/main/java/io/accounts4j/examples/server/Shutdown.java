package io.accounts4j.examples.server;

import io.accounts4j.supervision.Supervisor;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shutdown on SIGTERM: stops the parts, and ends the process in time even if a part hangs. */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final Duration PATIENCE = Duration.ofSeconds(16);

    /** The exit code of a JVM that SIGTERM ended. */
    private static final int TERMINATED = 143;

    private Shutdown() {}

    static void closesAtExit(Supervisor parts) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(parts), "shutdown"));
    }

    private static void close(Supervisor parts) {
        Thread closing = new Thread(parts::close, "closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LOG.error("shutdown took longer than {} s; the process ends now", PATIENCE.toSeconds());
            Runtime.getRuntime().halt(TERMINATED);
        }
    }
}
