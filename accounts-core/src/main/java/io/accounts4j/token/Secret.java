package io.accounts4j.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * 32 random bytes and their one text form: URL-safe base64 without padding, 43 characters (RFC 4648, section 5). Immutable
 * and thread-safe.
 */
abstract class Secret {

    private static final int BYTES = 32;
    private static final int CHARACTERS = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    Secret(String text) {
        this.text = text;
    }

    /** Returns the text to hand out, the only way to read it. */
    public final String reveal() {
        return text;
    }

    /** Returns the hash that is stored in place of the text. */
    public final TokenHash hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return new TokenHash(sha256.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[redacted]";
    }

    static String randomText() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return encode(bytes);
    }

    /** The text if it is the canonical form of 32 bytes: no padding, no stray bits, nothing around it. */
    static Optional<String> canonical(String raw) {
        if (raw.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(raw);
            return encode(bytes).equals(raw) ? Optional.of(raw) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
