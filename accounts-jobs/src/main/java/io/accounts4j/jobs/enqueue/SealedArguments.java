package io.accounts4j.jobs.enqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Arguments encrypted with AES in GCM (NIST SP 800-38D): a byte for the format, a random nonce of 96 bits, the ciphertext. Bound to
 * the id of the row, the version and the name of the kind.
 */
public final class SealedArguments {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final byte FORMAT = 3;
    private static final byte WITHOUT_VERSION = 2;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedArguments() {}

    /** Encrypts {@code arguments} for the row {@code rowId}. */
    public static byte[] seal(SecretKey key, Kind kind, byte[] rowId, String arguments) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound(FORMAT, rowId, kind))
                    .doFinal(arguments.getBytes(UTF_8));
            return ByteBuffer.allocate(1 + nonce.length + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work here", e);
        }
    }

    /**
     * Decrypts what {@link #seal} returned.
     *
     * @throws UnreadableArgumentsException if it was encrypted with another key, or for another row, version or kind
     */
    public static String open(SecretKey key, Kind kind, byte[] rowId, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES || (sealed[0] != FORMAT && sealed[0] != WITHOUT_VERSION)) {
            throw new UnreadableArgumentsException(
                    "arguments of " + kind.name() + " are encrypted in no way known here");
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
            int begins = 1 + NONCE_BYTES;
            return new String(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, bound(sealed[0], rowId, kind))
                            .doFinal(sealed, begins, sealed.length - begins),
                    UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnreadableArgumentsException(
                    "arguments of " + kind.name() + " are not those encrypted for this row" + " and version "
                            + kind.version() + ", or it is another key");
        }
    }

    /** Returns whether {@code sealed} is of the older format, which is not bound to the version of its kind. */
    public static boolean isWithoutVersion(byte[] sealed) {
        return sealed.length > 0 && sealed[0] == WITHOUT_VERSION;
    }

    /** Returns {@code length} random bytes. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The authenticated data. Fields of a fixed length come first, so that no two rows, versions and kinds look alike. */
    private static byte[] bound(byte format, byte[] rowId, Kind kind) {
        byte[] name = kind.name().getBytes(UTF_8);
        ByteBuffer bound =
                ByteBuffer.allocate(rowId.length + Integer.BYTES + name.length).put(rowId);
        if (format == FORMAT) {
            bound.putInt(kind.version());
        }
        bound.put(name);
        return Arrays.copyOf(bound.array(), bound.position());
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
