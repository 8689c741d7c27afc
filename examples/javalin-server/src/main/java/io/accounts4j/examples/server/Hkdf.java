package io.accounts4j.examples.server;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869): derives independent keys from one secret. */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private Hkdf() {}

    /** HKDF-Extract: condenses {@code secret} into one key of 32 bytes. */
    static byte[] extract(byte[] salt, byte[] secret) {
        return mac(salt.length == 0 ? new byte[HASH_BYTES] : salt).doFinal(secret);
    }

    /**
     * HKDF-Expand: derives a key of {@code length} bytes for the purpose that {@code info} names.
     *
     * @param length 1 to 8160
     */
    static byte[] expand(byte[] key, byte[] info, int length) {
        int blocks = (length + HASH_BYTES - 1) / HASH_BYTES;
        if (length < 1 || blocks > 255) {
            throw new IllegalArgumentException("a derived key has 1 to 8160 bytes, not " + length);
        }
        ByteBuffer out = ByteBuffer.allocate(blocks * HASH_BYTES);
        byte[] previous = new byte[0];
        for (int block = 1; block <= blocks; block++) {
            Mac mac = mac(key);
            mac.update(previous);
            mac.update(info);
            previous = mac.doFinal(new byte[] {(byte) block});
            out.put(previous);
        }
        return Arrays.copyOf(out.array(), length);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("an HMAC key has at least one byte", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
