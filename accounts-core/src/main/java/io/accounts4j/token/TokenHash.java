package io.accounts4j.token;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The SHA-256 of a secret: all a store ever sees. A plain hash is enough because the secret has 256 random bits (OWASP
 * ASVS 5.0, 6.5.2).
 */
public final class TokenHash {

    /** How many bytes a hash has. */
    public static final int BYTES = 32;

    private final byte[] value;

    /** Over 32 bytes. */
    public TokenHash(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("a token hash has " + BYTES + " bytes, not " + value.length);
        }
        this.value = value.clone();
    }

    /** A copy of the bytes, for stores. */
    public byte[] bytes() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash hash && MessageDigest.isEqual(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "TokenHash[redacted]";
    }
}
