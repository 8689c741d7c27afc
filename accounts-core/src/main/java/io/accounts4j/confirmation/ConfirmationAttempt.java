package io.accounts4j.confirmation;

import io.accounts4j.password.Password;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import java.util.Optional;

/**
 * What somebody showed to confirm an address.
 *
 * @param token as mailed; empty where what was shown cannot be one
 * @param password the account's, which proves that whoever registered reads the mail
 * @param session of the user, which proves the same
 */
public record ConfirmationAttempt(
        Optional<RawToken> token, Optional<Password> password, Optional<SessionToken> session) {

    /** With the token as it was typed or linked. */
    public ConfirmationAttempt(String token, Optional<Password> password, Optional<SessionToken> session) {
        this(RawToken.parse(token), password, session);
    }
}
