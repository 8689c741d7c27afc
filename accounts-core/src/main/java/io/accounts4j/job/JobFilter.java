package io.accounts4j.job;

import java.util.Optional;

/** Which jobs are meant: those to which everything applies that is given. */
public record JobFilter(Optional<JobState> state, Optional<String> queue, Optional<String> kind, Optional<String> tag) {

    private static final JobFilter ALL =
            new JobFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses a tag that no job may have. */
    public JobFilter {
        tag = tag.map(Tags::checked);
    }

    /** Every job. */
    public static JobFilter all() {
        return ALL;
    }

    /** Of these, those in that state. */
    public JobFilter in(JobState wanted) {
        return new JobFilter(Optional.of(wanted), queue, kind, tag);
    }

    /** Of these, those in that queue. */
    public JobFilter ofQueue(String wanted) {
        return new JobFilter(state, Optional.of(wanted), kind, tag);
    }

    /** Of these, those of that kind. */
    public JobFilter ofKind(String wanted) {
        return new JobFilter(state, queue, Optional.of(wanted), tag);
    }

    /** Of these, those that have this tag. {@link IllegalArgumentException} for a tag that no job may have. */
    public JobFilter ofTag(String wanted) {
        return new JobFilter(state, queue, kind, Optional.of(wanted));
    }
}
