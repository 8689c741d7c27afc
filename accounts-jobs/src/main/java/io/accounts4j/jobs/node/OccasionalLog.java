package io.accounts4j.jobs.node;

import io.accounts4j.jdbc.SqlErrors;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports trouble that may last, at most once in ten seconds. Thread-safe. */
final class OccasionalLog {

    private static final Logger LOG = LoggerFactory.getLogger(OccasionalLog.class);
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

    private final String who;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong unsaid = new AtomicLong();

    OccasionalLog(String who) {
        this.who = who;
    }

    /** Says that {@code trouble} was met and that it is tried again. */
    void report(Throwable trouble) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + QUIET_NANOS)) {
            LOG.warn(
                    "{} is in trouble and goes on trying: {} ({} more unsaid)",
                    who,
                    said(trouble),
                    unsaid.getAndSet(0));
        } else {
            unsaid.incrementAndGet();
        }
    }

    /** Of a database only the codes: messages of drivers quote rows and statements. */
    private static String said(Throwable trouble) {
        return trouble instanceof SQLException sql ? SqlErrors.codes(sql) : Redaction.of(trouble);
    }
}
