package io.accounts4j.password;

/**
 * The stored form of a password: the hash with the name and parameters of its scheme, written by the {@link PasswordHasher}.
 * {@code toString} redacts it, and there is no {@code equals}.
 */
public final class PasswordHash {

    /** The longest stored form, in characters; anything longer cannot match. */
    public static final int MAX_LENGTH = 255;

    private final String encoded;

    private PasswordHash(String encoded) {
        this.encoded = encoded;
    }

    /** The hash in its stored form. */
    public static PasswordHash of(String encoded) {
        return new PasswordHash(encoded);
    }

    /** The stored form, for stores and hashers only. */
    public String encoded() {
        return encoded;
    }

    @Override
    public String toString() {
        return "PasswordHash[redacted]";
    }
}
