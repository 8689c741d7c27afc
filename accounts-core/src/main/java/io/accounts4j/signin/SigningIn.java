package io.accounts4j.signin;

import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.password.Password;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.session.SignIn;
import io.accounts4j.user.User;
import java.util.Optional;

/** Recognises users and opens sessions for them. Thread-safe. */
public final class SigningIn {

    private final PasswordSignIn passwords;
    private final Caller caller;

    private SigningIn(PasswordSignIn passwords, Caller caller) {
        this.passwords = passwords;
        this.caller = caller;
    }

    /**
     * Wires the feature, for {@code Accounts} alone.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public static SigningIn over(Parts parts, SessionPolicy policy, Caller caller) {
        return new SigningIn(new PasswordSignIn(parts, policy), caller);
    }

    /** Opens a session for the user with that address and password. Hashes: call it outside transactions. */
    public SignIn withPassword(Credentials credentials) {
        return passwords.signIn(credentials, caller);
    }

    /**
     * Returns the user with that address and password, unless the account is closed, and opens no session. The same work
     * with and without such a user. Hashes: call it outside transactions.
     */
    public Optional<User> verify(String email, Password password) {
        return passwords.verify(email, password);
    }
}
