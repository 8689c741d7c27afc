package io.accounts4j.session;

import io.accounts4j.event.Journal;
import io.accounts4j.event.Signal;
import io.accounts4j.token.TokenStore;
import io.accounts4j.user.UserId;
import java.util.Optional;

/** Ends what a user's old rights rest on: sessions and unused tokens. Takes part in the caller's transaction. */
public final class Revoking {

    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Journal journal;

    /** Over the stores whose rows end. */
    public Revoking(SessionStore sessions, TokenStore tokens, Journal journal) {
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
