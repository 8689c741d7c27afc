package io.accounts4j.token;

import java.util.Optional;

/**
 * A one-time token as it is mailed: 256 random bits in 43 characters. Whoever holds it may use it once, so it is never
 * stored, logged or put into job arguments; printed it is redacted.
 */
public final class RawToken {

    private final String value;

    private RawToken(String value) {
        this.value = value;
    }

    /** A fresh token. */
    public static RawToken random() {
        return new RawToken(Secret.random());
    }

    /** The token written in {@code raw}, empty where it is not in canonical form. */
    public static Optional<RawToken> parse(String raw) {
        return Secret.parse(raw).map(RawToken::new);
    }

    /** The text to mail. */
    public String reveal() {
        return value;
    }

    /** What is stored in its place. */
    public TokenHash hash() {
        return Secret.hash(value);
    }

    @Override
    public String toString() {
        return "RawToken[redacted]";
    }
}
