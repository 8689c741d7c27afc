package io.accounts4j.job;

import java.time.Duration;
import java.util.Optional;

/**
 * Which jobs are meant: those to which everything applies that is given.
 *
 * @param subject whom the job is about, as its worker says
 * @param age how long ago the job was queued at least, by the store's clock; 0 or more, up to 365,000 days
 */
public record JobFilter(
        Optional<JobState> state,
        Optional<String> queue,
        Optional<String> kind,
        Optional<String> subject,
        Optional<Duration> age,
        Optional<String> tag) {

    private static final Duration OLDEST = Duration.ofDays(365_000);

    private static final JobFilter ALL = new JobFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** {@link IllegalArgumentException} where the age is out of its range, and for a tag that no job may have. */
    public JobFilter {
        if (age.filter(given -> given.isNegative() || given.compareTo(OLDEST) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("age must be 0 to 365,000 days, got " + age.get()
                    + "; give how long ago the jobs were queued at least");
        }
        tag = tag.map(Tags::checked);
    }

    /** Every job. */
    public static JobFilter all() {
        return ALL;
    }

    /** Of these, those in that state. */
    public JobFilter in(JobState wanted) {
        return new JobFilter(Optional.of(wanted), queue, kind, subject, age, tag);
    }

    /** Of these, those in that queue. */
    public JobFilter ofQueue(String wanted) {
        return new JobFilter(state, Optional.of(wanted), kind, subject, age, tag);
    }

    /** Of these, those of that kind. */
    public JobFilter ofKind(String wanted) {
        return new JobFilter(state, queue, Optional.of(wanted), subject, age, tag);
    }

    /** Of these, those about that subject. */
    public JobFilter about(String wanted) {
        return new JobFilter(state, queue, kind, Optional.of(wanted), age, tag);
    }

    /** Of these, those that were queued at least so long ago. */
    public JobFilter olderThan(Duration wanted) {
        return new JobFilter(state, queue, kind, subject, Optional.of(wanted), tag);
    }

    /** Of these, those that have this tag. {@link IllegalArgumentException} for a tag that no job may have. */
    public JobFilter ofTag(String wanted) {
        return new JobFilter(state, queue, kind, subject, age, Optional.of(wanted));
    }
}
