package io.accounts4j.jobs.enqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA-256 (RFC 5869), without salt: independent keys for several purposes from one secret. */
final class Hkdf {

    private static final String MAC = "HmacSHA256";
    private static final int MAC_BYTES = 32;

    private Hkdf() {}

    /** A key of {@code length} bytes for {@code purpose}. */
    static byte[] derive(byte[] secret, String purpose, int length) {
        return derive(secret, new byte[MAC_BYTES], purpose.getBytes(UTF_8), length);
    }

    /** The bare function of the RFC. */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] extracted = mac(salt, secret);
        byte[] okm = new byte[0];
        byte[] block = new byte[0];
        for (byte counter = 1; okm.length < length; counter++) {
            block = mac(extracted, joined(block, info, new byte[] {counter}));
            okm = joined(okm, block);
        }
        return Arrays.copyOf(okm, length);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] mac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
