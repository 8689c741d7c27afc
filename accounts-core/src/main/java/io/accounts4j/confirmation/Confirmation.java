package io.accounts4j.confirmation;

import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.job.JobHandler;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import java.util.List;

/** Confirms that an address is its user's. Thread-safe. */
public final class Confirmation {

    private final Confirming confirming;
    private final Caller caller;

    private Confirmation(Confirming confirming, Caller caller) {
        this.confirming = confirming;
        this.caller = caller;
    }

    /**
     * Wires the feature, for {@code Accounts} alone.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public static Confirmation over(Parts parts, ConfirmationSettings settings, Caller caller) {
        return new Confirmation(new Confirming(parts, settings), caller);
    }

    /**
     * Wires the feature, for {@code Accounts} alone.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public static List<JobHandler> jobHandlers(Parts parts) {
        return List.of(new ConfirmationMail(parts), new WelcomeMail(parts));
    }

    /** Mails the confirmation link again, if that address waits for one; the answer is the same for every address. */
    public void request(String email) {
        confirming.request(email);
    }

    /** Returns the state of a mailed link without using its token. */
    public ConfirmationLink inspect(RawToken token) {
        return confirming.inspect(token);
    }

    /**
     * Confirms an address by the mailed token together with the password or a session of the user, and ends the user's
     * other sessions and tokens.
     */
    public Outcome<User> confirm(ConfirmationAttempt attempt) {
        return confirming.confirm(attempt, caller);
    }

    /** Confirms an address without a token: the host vouches for it. */
    @CanIgnoreReturnValue
    public Outcome<User> confirm(UserId id) {
        return confirming.confirm(id, caller);
    }
}
