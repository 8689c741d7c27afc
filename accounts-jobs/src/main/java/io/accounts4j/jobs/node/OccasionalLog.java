package io.accounts4j.jobs.node;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.sql.StatementName;
import io.accounts4j.supervision.SupervisedLoop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the failures of a loop at most once in ten seconds, each kind of failure with its stack the first time only.
 * Thread-safe.
 */
final class OccasionalLog implements SupervisedLoop.Reporter {

    private static final Logger LOG = LoggerFactory.getLogger(OccasionalLog.class);
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_KINDS = 50;
    private static final int MAX_DEPTH = 5;

    private final String loop;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong suppressed = new AtomicLong();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Of the loop {@code loop}. */
    OccasionalLog(String loop) {
        this.loop = loop;
    }

    @Override
    public void report(Throwable failure, int failures, Duration pause) {
        String statement = StatementName.of(failure);
        String cause = cause(failure);
        boolean isNew = seen.size() < MOST_KINDS && seen.add(statement + cause);
        if (isDue() || isNew) {
            LOG.warn(
                    "{} failed: statement={} cause={}; retrying ({} similar messages suppressed)",
                    loop,
                    statement,
                    cause,
                    suppressed.getAndSet(0),
                    isNew ? loggable(failure, 0) : null);
        } else {
            suppressed.incrementAndGet();
        }
    }

    private boolean isDue() {
        long due = next.get();
        long now = System.nanoTime();
        return now - due >= 0 && next.compareAndSet(due, now + QUIET_NANOS);
    }

    /** Only the codes of an SQLException: messages of drivers quote rows and statements. */
    private static String cause(Throwable failure) {
        return failure instanceof SQLException sql ? SqlErrors.codes(sql) : Redaction.of(failure);
    }

    private static Throwable loggable(Throwable failure, int depth) {
        Throwable next = failure.getCause();
        Throwable shown =
                new Exception(cause(failure), next == null || depth == MAX_DEPTH ? null : loggable(next, depth + 1));
        shown.setStackTrace(failure.getStackTrace());
        return shown;
    }
}
