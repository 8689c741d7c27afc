package io.accounts4j.token;

import java.util.Optional;

/**
 * The token of a session: 256 random bits in 43 characters, sent in a cookie or after {@code Bearer}. Only its hash is stored;
 * {@code toString} redacts it.
 */
public final class SessionToken extends Secret {

    private SessionToken(String value) {
        super(value);
    }

    /** A fresh token. */
    public static SessionToken random() {
        return new SessionToken(randomText());
    }

    /** The token written in {@code raw}, empty where it is not in canonical form. */
    public static Optional<SessionToken> parse(String raw) {
        return canonical(raw).map(SessionToken::new);
    }
}
