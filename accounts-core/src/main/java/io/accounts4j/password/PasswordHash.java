package io.accounts4j.password;

/**
 * What is stored in place of a password: the hash with the name and parameters of its scheme, as the {@link
 * PasswordHasher} wrote it. Redacted when printed, and without {@code equals}.
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
