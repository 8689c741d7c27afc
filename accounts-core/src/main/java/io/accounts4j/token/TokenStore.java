package io.accounts4j.token;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Port;
import io.accounts4j.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one-time tokens, by hash. Every method takes part in the transaction open on the calling thread and commits
 * alone where there is none. Unknown, expired, used and of another purpose are one answer: empty. Thread-safe. Proved by
 * {@code TokenStoreContract}.
 */
@Port
public interface TokenStore {

    /** Stores {@code token}. */
    void add(Token token);

    /** The token with that hash and purpose that is not expired at {@code now}; it stays. */
    Optional<Token> find(TokenHash hash, TokenPurpose purpose, Instant now);

    /**
     * Takes out the token with that hash and purpose that is not expired at {@code now}: one conditional delete, so of
     * any number of racers exactly one gets it, and a rollback puts it back.
     */
    Optional<Token> consume(TokenHash hash, TokenPurpose purpose, Instant now);

    /** The tokens of {@code user} and {@code purpose} that are not expired at {@code now}, the newest first; they stay. */
    List<Token> findByUser(UserId user, TokenPurpose purpose, Instant now);

    /** Deletes every token of {@code user} and says how many there were. */
    @CanIgnoreReturnValue
    int deleteByUser(UserId user);

    /** Deletes up to {@code limit} tokens that expired at or before {@code now} and says how many. */
    int purge(Instant now, int limit);
}
