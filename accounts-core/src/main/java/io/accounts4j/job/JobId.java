package io.accounts4j.job;

/** Names a job in its queue. */
public record JobId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
