package io.accounts4j.session;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Port;
import io.accounts4j.token.TokenHash;
import io.accounts4j.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sessions, by the hash of their token. Every method takes part in the transaction open on the calling thread and
 * commits alone where there is none. Thread-safe. Proved by {@code SessionStoreContract}.
 */
@Port
public interface SessionStore {

    /** Stores {@code session}, to be found by {@code hash}. */
    void add(Session session, TokenHash hash);

    /** The session with that hash that is not expired at {@code now}, with its user, in one look and without a write. */
    Optional<SignedInUser> find(TokenHash hash, Instant now);

    /** The session with that id that is not expired at {@code now}, kept from ending until the transaction ends. */
    Optional<Session> lock(SessionId id, Instant now);

    /** Ends the session with that hash; empty where there is none. */
    Optional<Session> delete(TokenHash hash);

    /** Ends every session of {@code user} but {@code kept}, if one is given, and says how many there were. */
    @CanIgnoreReturnValue
    int deleteByUser(UserId user, Optional<SessionId> kept);

    /** Deletes up to {@code limit} sessions that expired at or before {@code now} and says how many. */
    int purge(Instant now, int limit);
}
