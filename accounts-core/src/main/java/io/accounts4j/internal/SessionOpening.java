package io.accounts4j.internal;

import io.accounts4j.event.AccountEvent.SignedIn;
import io.accounts4j.event.Caller;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.session.SignIn;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import java.time.Instant;

/** Opens sessions, for every verb that ends in one. Takes part in the caller's transaction. Thread-safe. */
public final class SessionOpening {

    private final Parts parts;
    private final SessionPolicy policy;

    /** With the policy of the sessions. */
    public SessionOpening(Parts parts, SessionPolicy policy) {
        this.parts = parts;
        this.policy = policy;
    }

    /** Opens a session of {@code user}, which the caller of this method has locked, and records the event. */
    public SignIn.SignedIn open(User user, Caller caller) {
        SessionToken token = SessionToken.random();
        Instant now = parts.clock().instant();
        Session session =
                new Session(SessionId.next(now), user.id(), now, now, now.plus(policy.validity()), caller.client());
        parts.store().sessions().add(session, token.hash());
        parts.events().record(new SignedIn(user.id()), caller);
        return new SignIn.SignedIn(new SignedInUser(user, session), token);
    }
}
