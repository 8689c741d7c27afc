package io.accounts4j.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.accounts4j.kernel.Text;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the arguments of {@linkplain Worker#encrypted encrypted} jobs with AES in GCM (NIST SP 800-38D): a random nonce of
 * 96 bits each, the kind of the job bound in, so that no row can be passed off as another kind's. Give the same to the {@link
 * JdbcJobQueue#cipher queue} and the {@link JobEngineBuilder#cipher engine}.
 *
 * <p>To rotate, first give every node the new key as one to read with, then make it the one to write with, and drop the old
 * one when no job is left that needs it: {@code select distinct args_key_id from accounts_jobs}. One key may encrypt 2^32 jobs.
 *
 * <p>Immutable and thread-safe. Never prints a key.
 */
public final class JobCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MAX_ID = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String writing;
    private final Map<String, SecretKey> keys;

    private JobCipher(String writing, Map<String, SecretKey> keys) {
        this.writing = writing;
        this.keys = Map.copyOf(keys);
    }

    /**
     * Writes and reads with {@code key}.
     *
     * @param id names the key in the rows for good: 1 to 64 printable characters, such as {@code 2031-02}
     * @param key 16, 24 or 32 bytes for AES, such as {@code new SecretKeySpec(bytes, "AES")}
     */
    public static JobCipher of(String id, SecretKey key) {
        return new JobCipher(id, Map.of(checked(id), checked(key)));
    }

    /** The same, and reads what was written with {@code key} too. */
    public JobCipher alsoReading(String id, SecretKey key) {
        Map<String, SecretKey> all = new HashMap<>(keys);
        if (all.putIfAbsent(checked(id), checked(key)) != null) {
            throw new IllegalArgumentException("two keys are called " + id + ": call each by another name");
        }
        return new JobCipher(writing, all);
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "job cipher that writes with " + writing;
    }

    /** What {@link #seal} writes with. */
    String keyId() {
        return writing;
    }

    byte[] seal(String kind, String arguments) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key(writing), nonce, kind).doFinal(arguments.getBytes(UTF_8));
            return ByteBuffer.allocate(1 + nonce.length + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work here", e);
        }
    }

    /** Back again; empty where there is no key of that name here. */
    Optional<String> open(String kind, String keyId, byte[] sealed) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            return Optional.empty();
        }
        if (sealed.length <= NONCE_BYTES || sealed[0] != FORMAT) {
            throw new UnreadableArgumentsException("arguments of " + kind + " are encrypted in no way known here");
        }
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, kind);
            int begins = 1 + NONCE_BYTES;
            return Optional.of(new String(cipher.doFinal(sealed, begins, sealed.length - begins), UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UnreadableArgumentsException("arguments of " + kind + " are not what was encrypted with key "
                    + keyId + ", or it is another key");
        }
    }

    /** {@code hash} so that nobody without the key can tell what was hashed. */
    byte[] keyed(byte[] hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(writing).getEncoded(), "HmacSHA256"));
            mac.update("accounts4j unique job".getBytes(UTF_8));
            return mac.doFinal(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("no key " + id);
        }
        return key;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String kind) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kind.getBytes(UTF_8));
        return cipher;
    }

    private static String checked(String id) {
        if (Text.isBlank(id) || !Text.isPlain(id) || id.length() > MAX_ID) {
            throw new IllegalArgumentException("a key is called by 1 to " + MAX_ID + " printable characters: " + id);
        }
        return id;
    }

    private static SecretKey checked(SecretKey key) {
        byte[] bytes = key.getEncoded();
        if (bytes == null || (bytes.length != 16 && bytes.length != 24 && bytes.length != 32)) {
            throw new IllegalArgumentException("a key for AES has 16, 24 or 32 bytes, which the cipher can read");
        }
        return key;
    }
}
