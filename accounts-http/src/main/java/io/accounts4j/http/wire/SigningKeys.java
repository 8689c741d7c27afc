package io.accounts4j.http.wire;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys for HMAC-SHA-256 (RFC 2104): the first signs, all verify. Thread-safe; prints nothing of the keys. */
public final class SigningKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;

    private final List<SecretKeySpec> keys;

    private SigningKeys(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    public static SigningKeys of(byte[] current, byte[]... old) {
        List<SecretKeySpec> keys = new ArrayList<>();
        keys.add(key(current));
        for (byte[] previous : old) {
            keys.add(key(previous));
        }
        return new SigningKeys(keys);
    }

    /** One key that nobody else has. */
    public static SigningKeys random() {
        byte[] key = new byte[MIN_BYTES];
        new SecureRandom().nextBytes(key);
        return of(key);
    }

    public byte[] sign(byte[] message) {
        return sign(keys.get(0), message);
    }

    public boolean verify(byte[] message, byte[] signature) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(sign(key, message), signature));
    }

    private static SecretKeySpec key(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("a signing key has at least " + MIN_BYTES + " bytes");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static byte[] sign(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
