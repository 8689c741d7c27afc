package io.accounts4j.jobs.node;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.sql.StatementName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports trouble that may last, at most once in ten seconds: each kind of trouble with its stack the first time, without it
 * later. Thread-safe.
 */
final class OccasionalLog {

    private static final Logger LOG = LoggerFactory.getLogger(OccasionalLog.class);
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_KINDS = 50;
    private static final int MAX_DEPTH = 5;

    private final String who;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong suppressed = new AtomicLong();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Of the loop {@code who}. */
    OccasionalLog(String who) {
        this.who = who;
    }

    /** Reports {@code trouble}, which is retried. */
    void report(Throwable trouble) {
        String statement = StatementName.of(trouble);
        String cause = cause(trouble);
        boolean isNew = seen.size() < MOST_KINDS && seen.add(statement + cause);
        if (isDue() || isNew) {
            LOG.warn(
                    "{} failed: statement={} cause={}; retrying ({} similar messages suppressed)",
                    who,
                    statement,
                    cause,
                    suppressed.getAndSet(0),
                    isNew ? loggable(trouble, 0) : null);
        } else {
            suppressed.incrementAndGet();
        }
    }

    private boolean isDue() {
        long due = next.get();
        long now = System.nanoTime();
        return now - due >= 0 && next.compareAndSet(due, now + QUIET_NANOS);
    }

    /** Of a database only the codes: messages of drivers quote rows and statements. */
    private static String cause(Throwable trouble) {
        return trouble instanceof SQLException sql ? SqlErrors.codes(sql) : Redaction.of(trouble);
    }

    private static Throwable loggable(Throwable trouble, int depth) {
        Throwable next = trouble.getCause();
        Throwable shown =
                new Exception(cause(trouble), next == null || depth == MAX_DEPTH ? null : loggable(next, depth + 1));
        shown.setStackTrace(trouble.getStackTrace());
        return shown;
    }
}
