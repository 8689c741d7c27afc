package io.accounts4j.jobs.enqueue;

/** Stored arguments are not what the worker takes. Says where, never what: it is kept with the job. */
public final class UnreadableArgumentsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message that holds no argument. */
    UnreadableArgumentsException(String message) {
        super(message);
    }
}
