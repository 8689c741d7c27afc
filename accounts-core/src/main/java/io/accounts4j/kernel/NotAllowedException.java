package io.accounts4j.kernel;

/**
 * The caller may not do this any more: session, account or right ended between the moment they were let in and the
 * transaction of the effect, of which nothing is stored. Thrown only for callers that bring a grant. Trying again
 * unchanged makes no sense.
 */
public final class NotAllowedException extends AccountsException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** The reasons, as an answer tells them apart. */
    public enum Reason {
        /** The session is over; 401 in HTTP. */
        SESSION_ENDED,
        /** The account is deleted or disabled; 401 in HTTP. */
        ACCOUNT_CLOSED,
        /** The user is signed in and has lost the right; 403 in HTTP. */
        RIGHT_LOST
    }

    /** With the reason. */
    public NotAllowedException(Reason reason) {
        super("the caller is not allowed to do this any more: " + reason, false, null);
        this.reason = reason;
    }

    /** The first reason found. */
    public Reason reason() {
        return reason;
    }
}
