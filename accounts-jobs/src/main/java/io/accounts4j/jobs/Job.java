package io.accounts4j.jobs;

import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import io.accounts4j.jobs.sql.NewRow;
import io.accounts4j.jobs.sql.StoredArguments;
import io.accounts4j.jobs.sql.UniqueKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Work to be done later: a worker's kind, arguments as data, and how it is run. Made by {@link Worker#job} with the worker's
 * own settings, which the methods here change for this one job; stored by {@link JdbcJobQueue#enqueue(Job)}. Immutable.
 */
public final class Job {

    private final Kind kind;
    private final String arguments;
    private final JobOptions options;
    private final Optional<Instant> at;
    private final Marks marks;

    Job(Kind kind, String arguments, JobOptions options, Optional<Instant> at, Marks marks) {
        this.kind = kind;
        this.arguments = arguments;
        this.options = options;
        this.at = at;
        this.marks = marks;
    }

    /** Not before {@code wait} has passed, by the database's clock; 365,000 days at most. */
    public Job scheduleIn(Duration wait) {
        return new Job(kind, arguments, options.scheduleIn(wait), Optional.empty(), marks);
    }

    /**
     * Not before {@code instant}, by the database's clock; one that is over is due at once. From 1970 to 365,000 days after.
     */
    public Job scheduledAt(Instant instant) {
        return new Job(kind, arguments, options.scheduleIn(Duration.ZERO), Optional.of(instant), marks);
    }

    /** From 0 (first) to 9, within its queue. */
    public Job priority(int changed) {
        return new Job(kind, arguments, options.priority(changed), at, marks);
    }

    /** In {@code name}, 1 to 127 printable characters. */
    public Job queue(String name) {
        return new Job(kind, arguments, Options.in(name, options), at, marks);
    }

    /** Given up after so many failed attempts, 1 or more. */
    public Job maxAttempts(int bound) {
        return new Job(kind, arguments, options.maxAttempts(bound), at, marks);
    }

    /** With these tags in addition to those of its worker: see {@link JobOptions#tags()} for their range. */
    public Job tags(String... more) {
        return new Job(kind, arguments, options.tags(more), at, marks);
    }

    /** Stored only where none is there that is the same. */
    public Job unique(Unique among) {
        return new Job(kind, arguments, options, at, marks.unique(among));
    }

    /** What names its worker. */
    public String kind() {
        return kind.name();
    }

    /** Its arguments as JSON. */
    public String arguments() {
        return arguments;
    }

    /** Its queue, bounds and delay. */
    public JobOptions options() {
        return options;
    }

    /** Without the arguments. */
    @Override
    public String toString() {
        return "job of kind " + kind.name() + " version " + kind.version() + " in queue " + options.queue();
    }

    /**
     * For package {@code testing}.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public NewRow row(Optional<JobCipher> cipher) {
        UniqueKey key = marks.unique().map(by -> key(by, cipher)).orElse(null);
        return new NewRow(
                kind,
                stored(cipher),
                options,
                at.orElse(null),
                key,
                marks.subject().orElse(null));
    }

    private StoredArguments stored(Optional<JobCipher> cipher) {
        if (!marks.encrypted()) {
            return StoredArguments.of(arguments);
        }
        return cipherFor(cipher).seal(kind.name(), arguments);
    }

    private UniqueKey key(Unique by, Optional<JobCipher> cipher) {
        UniqueKey key = UniqueKeys.of(by, kind.name(), options.queue(), arguments);
        return marks.encrypted() ? key.with(cipherFor(cipher).keyed(key.hash())) : key;
    }

    private JobCipher cipherFor(Optional<JobCipher> cipher) {
        return cipher.orElseThrow(() -> new IllegalStateException(
                "jobs of kind " + kind.name() + " are encrypted: give the queue cipher(JobCipher.of(...))"));
    }
}
