package io.accounts4j.confirmation;

import io.accounts4j.password.Password;
import io.accounts4j.token.SessionToken;
import java.util.Optional;

/**
 * What somebody showed to confirm an address.
 *
 * @param token as mailed
 * @param password the account's, which proves that whoever registered reads the mail
 * @param session of the user, which proves the same
 */
public record ConfirmationAttempt(String token, Optional<Password> password, Optional<SessionToken> session) {}
