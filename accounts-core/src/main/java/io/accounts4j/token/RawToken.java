package io.accounts4j.token;

import java.util.Optional;

/**
 * A one-time token as it is mailed: 256 random bits in 43 characters. Its holder can use it once, so it is never stored, logged
 * or put into job arguments; {@code toString} redacts it.
 */
public final class RawToken extends Secret {

    private RawToken(String value) {
        super(value);
    }

    /** A fresh token. */
    public static RawToken random() {
        return new RawToken(randomText());
    }

    /** The token written in {@code raw}, empty where it is not in canonical form. */
    public static Optional<RawToken> parse(String raw) {
        return canonical(raw).map(RawToken::new);
    }
}
