package io.accounts4j.token;

import io.accounts4j.job.JobId;
import io.accounts4j.user.Email;
import io.accounts4j.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A one-time token as stored.
 *
 * @param sentTo the address it was mailed to; a token is worth nothing once the user has another
 * @param expiresAt the first moment at which it is no longer accepted
 * @param mailedBy the job whose mail holds it; empty for a token that was not mailed by a job
 */
public record Token(
        TokenHash hash,
        TokenPurpose purpose,
        UserId user,
        Email sentTo,
        Instant createdAt,
        Instant expiresAt,
        Optional<JobId> mailedBy) {

    /** A token that was not mailed by a job. */
    public Token(
            TokenHash hash, TokenPurpose purpose, UserId user, Email sentTo, Instant createdAt, Instant expiresAt) {
        this(hash, purpose, user, sentTo, createdAt, expiresAt, Optional.empty());
    }

    /** A token that stands for {@code raw}, made at {@code now} for as long as its purpose allows. */
    public static Token of(RawToken raw, TokenPurpose purpose, UserId user, Email sentTo, Instant now) {
        return new Token(raw.hash(), purpose, user, sentTo, now, now.plus(purpose.validity()));
    }

    /** The same token, held by the mail of {@code job}. */
    public Token mailedBy(JobId job) {
        return new Token(hash, purpose, user, sentTo, createdAt, expiresAt, Optional.of(job));
    }
}
