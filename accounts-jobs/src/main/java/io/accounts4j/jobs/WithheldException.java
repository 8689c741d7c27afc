package io.accounts4j.jobs;

/** Stands for what the work of an encrypted job threw: its class and stack trace, not its message. */
final class WithheldException extends RuntimeException {

    static final String REASON = "message withheld, for the job is encrypted";

    private static final long serialVersionUID = 1L;

    WithheldException(Class<? extends Throwable> thrown) {
        super(thrown.getName() + ": " + REASON);
    }
}
