package io.accounts4j.job;

import io.accounts4j.event.EventBus;

/** A {@link JobQueue} that can announce its jobs by itself, so that {@code Accounts} does not announce them again. */
public interface JobAnnouncer {

    /** Returns whether each job is announced on {@code bus} once its transaction has committed. */
    boolean announcesOn(EventBus bus);
}
