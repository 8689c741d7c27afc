package io.accounts4j.token;

import io.accounts4j.user.Email;
import io.accounts4j.user.UserId;
import java.time.Instant;

/**
 * A one-time token as stored.
 *
 * @param sentTo the address it was mailed to; a token is worth nothing once the user has another
 * @param expiresAt the first moment at which it is no longer accepted
 */
public record Token(
        TokenHash hash, TokenPurpose purpose, UserId user, Email sentTo, Instant createdAt, Instant expiresAt) {

    /** A token that stands for {@code raw}, made at {@code now} for as long as its purpose allows. */
    public static Token of(RawToken raw, TokenPurpose purpose, UserId user, Email sentTo, Instant now) {
        return new Token(raw.hash(), purpose, user, sentTo, now, now.plus(purpose.validity()));
    }
}
