package io.accounts4j.jobs;

import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.enqueue.JobSpec;
import io.accounts4j.jobs.sql.NewRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Work to be done later: a worker's kind, arguments as data, and how it is run. Made by {@link Worker#job} with the worker's
 * own settings, which the methods here change for this one job; stored by {@link JdbcJobQueue#enqueue(Job)}. Immutable.
 */
public final class Job {

    private final JobSpec spec;

    Job(JobSpec spec) {
        this.spec = spec;
    }

    /** Not before {@code wait} has passed, by the database's clock; 365,000 days at most. */
    public Job scheduleIn(Duration wait) {
        return new Job(spec.scheduleIn(wait));
    }

    /**
     * Not before {@code instant}, by the database's clock; one that is over is due at once. From 1970 to 365,000 days after.
     */
    public Job scheduledAt(Instant instant) {
        return new Job(spec.scheduledAt(instant));
    }

    /** From 0 (first) to 9, within its queue. */
    public Job priority(int changed) {
        return new Job(spec.options(options().priority(changed)));
    }

    /** In {@code name}, 1 to 127 printable characters. */
    public Job queue(String name) {
        return new Job(spec.queue(name));
    }

    /** Given up after so many failed attempts, 1 or more. */
    public Job maxAttempts(int bound) {
        return new Job(spec.options(options().maxAttempts(bound)));
    }

    /** With these tags in addition to those of its worker: see {@link JobOptions#tags()} for their range. */
    public Job tags(String... more) {
        return new Job(spec.options(options().tags(more)));
    }

    /** Stored only where none is there that is the same. */
    public Job unique(Unique among) {
        return new Job(spec.unique(among.rule()));
    }

    /** The kind of its worker. */
    public String kind() {
        return spec.kind().name();
    }

    /** Its arguments as JSON. */
    public String arguments() {
        return spec.arguments();
    }

    /** Its queue, bounds and delay. */
    public JobOptions options() {
        return spec.options();
    }

    /** Without the arguments. */
    @Override
    public String toString() {
        return "job of kind " + kind() + " version " + spec.kind().version() + " in queue "
                + options().queue();
    }

    /**
     * For package {@code testing}.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public NewRow row(Optional<JobCipher> cipher) {
        return spec.row(cipher.map(JobCipher::cipher));
    }

    JobSpec spec() {
        return spec;
    }
}
