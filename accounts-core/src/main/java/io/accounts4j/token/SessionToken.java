package io.accounts4j.token;

import java.util.Optional;

/**
 * What a client shows to be recognised: 256 random bits in 43 characters, in a cookie or behind {@code Bearer}. Only its
 * hash is stored; printed it is redacted.
 */
public final class SessionToken {

    private final String value;

    private SessionToken(String value) {
        this.value = value;
    }

    /** A fresh token. */
    public static SessionToken random() {
        return new SessionToken(Secret.random());
    }

    /** The token written in {@code raw}, empty where it is not in canonical form. */
    public static Optional<SessionToken> parse(String raw) {
        return Secret.parse(raw).map(SessionToken::new);
    }

    /** The text for the client. */
    public String reveal() {
        return value;
    }

    /** What is stored in its place. */
    public TokenHash hash() {
        return Secret.hash(value);
    }

    @Override
    public String toString() {
        return "SessionToken[redacted]";
    }
}
