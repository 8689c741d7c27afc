package io.accounts4j.examples.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, in order; it is stopped in reverse, each part also when another one fails to. Thread-safe. */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<Part> started = new ArrayDeque<>();
    private boolean closed;

    private record Part(String name, AutoCloseable stop) {}

    /** Remembers how a part that has just been started is stopped; stops it at once if everything else is already. */
    synchronized void started(String name, AutoCloseable stop) {
        Part part = new Part(name, stop);
        if (closed) {
            stop(part);
            throw new StartupException("The server was told to stop before it had started.");
        }
        started.push(part);
    }

    /** Stops everything; a second call finds nothing left to do. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    private static void stop(Part part) {
        LOG.debug("stopping {}", part.name());
        try {
            part.stop().close();
        } catch (Exception e) {
            LOG.warn("{} did not stop properly", part.name(), e);
        }
    }
}
