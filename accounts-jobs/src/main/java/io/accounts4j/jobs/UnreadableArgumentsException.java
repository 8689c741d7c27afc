package io.accounts4j.jobs;

/** Stored arguments are not what the worker takes. Says where, never what: it is kept with the job. */
final class UnreadableArgumentsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableArgumentsException(String message) {
        super(message);
    }
}
