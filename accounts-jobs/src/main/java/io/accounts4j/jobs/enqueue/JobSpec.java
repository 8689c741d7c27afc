package io.accounts4j.jobs.enqueue;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import io.accounts4j.jobs.sql.NewRow;
import io.accounts4j.jobs.sql.StoredArguments;
import io.accounts4j.jobs.sql.UniqueKey;
import io.accounts4j.kernel.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a job that are stored, before encryption. Immutable.
 *
 * @param arguments JSON
 * @param at the due time, in place of the delay of the options
 * @param encrypted true for arguments that are encrypted in the row
 * @param subject the id of the person that the job is about
 */
public record JobSpec(
        Kind kind,
        String arguments,
        JobOptions options,
        Optional<Instant> at,
        Optional<UniqueRule> unique,
        boolean encrypted,
        Optional<String> subject) {

    private static final int MAX_SUBJECT = 64;

    /** The fields of {@code job} with its arguments as JSON. */
    public static JobSpec of(NewJob job, String json) {
        return new JobSpec(
                new Kind(job.kind(), job.version()),
                json,
                job.options(),
                Optional.empty(),
                job.unique().map(UniqueRule::ofKey),
                false,
                Optional.empty());
    }

    /** {@code subject} if it can be stored; no message quotes it. */
    public static String checkedSubject(String subject) {
        if (Text.isBlank(subject) || !Text.isPlain(subject) || subject.length() > MAX_SUBJECT) {
            throw new IllegalArgumentException(
                    "subject must have 1 to " + MAX_SUBJECT + " printable characters; give the id of a person");
        }
        return subject;
    }

    /** The same of another version, 1 or more. */
    public JobSpec version(int number) {
        NewJob checked = new NewJob(kind.name(), number, Map.of(), options);
        return new JobSpec(
                new Kind(checked.kind(), checked.version()), arguments, options, at, unique, encrypted, subject);
    }

    /** The same with these arguments and their subject, if any. */
    public JobSpec with(String json, Optional<String> about) {
        Optional<String> checked = about.map(JobSpec::checkedSubject);
        return new JobSpec(kind, json, options, at, unique, encrypted, checked);
    }

    /** The same with other options. */
    public JobSpec options(JobOptions changed) {
        return new JobSpec(kind, arguments, changed, at, unique, encrypted, subject);
    }

    /** The same in another queue. */
    public JobSpec queue(String name) {
        return options(
                new JobOptions(name, options.maxAttempts(), options.priority(), options.delay(), options.tags()));
    }

    /** The same, due after {@code wait}. */
    public JobSpec scheduleIn(Duration wait) {
        JobOptions delayed = options.scheduleIn(wait);
        return new JobSpec(kind, arguments, delayed, Optional.empty(), unique, encrypted, subject);
    }

    /** The same, due at {@code instant}. */
    public JobSpec scheduledAt(Instant instant) {
        JobOptions immediate = options.scheduleIn(Duration.ZERO);
        return new JobSpec(kind, arguments, immediate, Optional.of(instant), unique, encrypted, subject);
    }

    /** The same, stored only without an equal job by {@code rule}. */
    public JobSpec unique(UniqueRule rule) {
        return new JobSpec(kind, arguments, options, at, Optional.of(rule), encrypted, subject);
    }

    /** The same with encrypted arguments. */
    public JobSpec asEncrypted() {
        return new JobSpec(kind, arguments, options, at, unique, true, subject);
    }

    /** The row. {@link IllegalStateException} if it is to be encrypted and there is no cipher. */
    public NewRow row(Optional<ArgumentCipher> cipher) {
        return new NewRow(
                kind,
                encrypted ? required(cipher).seal(kind, arguments) : StoredArguments.of(arguments),
                options,
                at.orElse(null),
                unique.map(rule -> key(rule, cipher)).orElse(null),
                subject.orElse(null));
    }

    private UniqueKey key(UniqueRule rule, Optional<ArgumentCipher> cipher) {
        UniqueKey key = rule.key(kind.name(), options.queue(), arguments);
        return encrypted ? key.with(required(cipher).keyed(key.hash())) : key;
    }

    private ArgumentCipher required(Optional<ArgumentCipher> cipher) {
        return cipher.orElseThrow(() -> new IllegalStateException(
                "jobs of kind " + kind.name() + " are encrypted: give the queue cipher(JobCipher.of(...))"));
    }
}
