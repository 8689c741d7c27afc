package io.accounts4j.jobs.node;

/** What a handler may ask of the claim it works under. Thread-safe. */
public interface Hold {

    /** Whether its result is still wanted: not once this node gave the job up. */
    boolean isWanted();
}
