package io.accounts4j.confirmation;

import io.accounts4j.password.Password;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import java.util.Optional;

/**
 * An attempt to confirm an address.
 *
 * @param token the mailed token; empty if the given text cannot be a token
 * @param password the password of the account, which proves that the registrant reads the mail
 * @param session a session of the user, which proves the same
 */
public record ConfirmationAttempt(
        Optional<RawToken> token, Optional<Password> password, Optional<SessionToken> session) {

    /** With the token as it was typed or linked. */
    public ConfirmationAttempt(String token, Optional<Password> password, Optional<SessionToken> session) {
        this(RawToken.parse(token), password, session);
    }
}
