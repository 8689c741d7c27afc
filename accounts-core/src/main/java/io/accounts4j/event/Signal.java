package io.accounts4j.event;

/**
 * A hint that data of a topic has changed. A signal may be lost or repeated; the store has the data.
 *
 * @param topic at most 63 characters
 * @param key the changed object, such as the id of a user; at most 255 characters
 */
public record Signal(String topic, String key) {

    /** Users were stored, changed or deleted; the key is the user's id. */
    public static final String USERS = "accounts.users";

    /** Sessions ended; the key is their user's id. */
    public static final String SESSIONS = "accounts.sessions";

    /** Jobs were queued; the key is their queue. */
    public static final String JOBS = "accounts.jobs";

    /** Something was said about queues of jobs; the key is the queue. */
    public static final String JOB_QUEUES = "accounts.job_queues";

    /** The key that says: signals may have been missed, anything of this topic may have changed. */
    public static final String ANYTHING = "";
}
