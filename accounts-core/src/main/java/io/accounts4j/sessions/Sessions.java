package io.accounts4j.sessions;

import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import java.util.Optional;

/** Finds, opens and revokes sessions. Thread-safe. */
public final class Sessions {

    private final SessionChanges changes;
    private final Caller caller;

    private Sessions(SessionChanges changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * Wires the feature, for {@code Accounts} alone.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public static Sessions over(Parts parts, SessionPolicy policy, Caller caller) {
        return new Sessions(new SessionChanges(parts, policy), caller);
    }

    /**
     * Opens a session for a user whom the host has recognised by its own means. Throws {@link
     * io.accounts4j.kernel.NotAllowedException} when the account is deleted or disabled.
     */
    public SessionToken open(User user) {
        return changes.open(user.id(), caller);
    }

    /** Returns the session of {@code token} with its user, in one statement; empty when the session has ended. */
    public Optional<SignedInUser> find(SessionToken token) {
        return changes.find(token);
    }

    /** Returns the user of the session of {@code token}; empty when the session has ended. */
    public Optional<User> findUser(SessionToken token) {
        return changes.find(token).map(SignedInUser::user);
    }

    /** Ends the session of {@code token}; {@code false} when there was none. */
    @CanIgnoreReturnValue
    public boolean revoke(SessionToken token) {
        return changes.revoke(token, caller);
    }
}
