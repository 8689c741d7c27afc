package io.accounts4j.internal;

import io.accounts4j.event.Signal;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SessionStore;
import io.accounts4j.token.TokenStore;
import io.accounts4j.user.UserId;
import java.util.Optional;

/** Ends what a user's old rights rest on: sessions and unused tokens. Takes part in the caller's transaction. */
public final class Revocation {

    private final SessionStore sessions;
    private final TokenStore tokens;
    private final EventRecorder journal;

    /** Over the stores whose rows end. */
    public Revocation(SessionStore sessions, TokenStore tokens, EventRecorder journal) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.journal = journal;
    }

    /** Ends every token of {@code user}, and every session but {@code kept}, if one is given. */
    public void everythingOf(UserId user, Optional<SessionId> kept) {
        tokens.deleteByUser(user);
        sessions.deleteByUser(user, kept);
        announce(user);
    }

    /** Tells open pages that sessions of {@code user} ended. */
    public void announce(UserId user) {
        journal.signal(Signal.SESSIONS, user.toString());
    }
}
