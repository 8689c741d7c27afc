package io.accounts4j.jobs.enqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.accounts4j.jobs.sql.StoredArguments;
import io.accounts4j.kernel.Text;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AES in GCM (NIST SP 800-38D) under one of several keys: a random nonce of 96 bits each; bound to the kind of the job and to a
 * random id of the row. Each purpose has a key of its own, derived by HKDF (RFC 5869). Immutable but for the counter, and
 * thread-safe.
 */
public final class ArgumentCipher {

    private static final Logger LOG = LoggerFactory.getLogger(ArgumentCipher.class);

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final byte FORMAT = 2;
    private static final int NONCE_BYTES = 12;
    private static final int ROW_ID_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final int MAX_ID = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String writing;
    private final Map<String, Keys> keys;
    private final Optional<Plain> plain;
    private final LongAdder withheld;

    private ArgumentCipher(String writing, Map<String, Keys> keys, Optional<Plain> plain, LongAdder withheld) {
        this.writing = writing;
        this.keys = Map.copyOf(keys);
        this.plain = plain;
        this.withheld = withheld;
    }

    /** The keys of both purposes, derived from one. */
    private record Keys(SecretKey arguments, SecretKey unique) {
        static Keys of(SecretKey key) {
            byte[] secret = key.getEncoded();
            return new Keys(
                    new SecretKeySpec(Hkdf.derive(secret, "accounts4j job arguments", secret.length), "AES"),
                    new SecretKeySpec(Hkdf.derive(secret, "accounts4j unique job", 32), "HmacSHA256"));
        }
    }

    /** A time in which arguments in clear are run. */
    private record Plain(String migration, Instant end) {}

    /** Writes and reads with {@code key}. */
    public static ArgumentCipher of(String id, SecretKey key) {
        return new ArgumentCipher(id, Map.of(checked(id), checked(key)), Optional.empty(), new LongAdder());
    }

    /** The same, and reads with {@code key} too. */
    public ArgumentCipher alsoReading(String id, SecretKey key) {
        Map<String, Keys> all = new HashMap<>(keys);
        if (all.putIfAbsent(checked(id), checked(key)) != null) {
            throw new IllegalArgumentException("two keys are called " + id + ": call each by another name");
        }
        return new ArgumentCipher(writing, all, plain, withheld);
    }

    /** The same, and accepts arguments in clear until {@code end}. */
    public ArgumentCipher acceptingPlain(String migration, Instant end) {
        return new ArgumentCipher(writing, keys, Optional.of(new Plain(checked(migration), end)), withheld);
    }

    /** The number of jobs that were not accepted in clear, by this cipher and those made of it. */
    public long withheld() {
        return withheld.sum();
    }

    /** The id of the key to write with. */
    public String keyId() {
        return writing;
    }

    StoredArguments seal(String kind, String arguments) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] rowId = random(ROW_ID_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys(writing), nonce, kind, rowId)
                    .doFinal(arguments.getBytes(UTF_8));
            byte[] all = ByteBuffer.allocate(1 + nonce.length + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return StoredArguments.sealed(all, writing, rowId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available on this JDK", e);
        }
    }

    /** Back again; empty where there is no key of that name here. */
    Optional<String> open(String kind, StoredArguments stored) {
        Keys key = keys.get(stored.keyId());
        if (key == null) {
            return Optional.empty();
        }
        byte[] sealed = stored.sealed();
        byte[] rowId = stored.id();
        if (sealed == null || rowId == null || sealed.length <= NONCE_BYTES || sealed[0] != FORMAT) {
            throw new UnreadableArgumentsException("arguments of " + kind + " are encrypted in no way known here");
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, kind, rowId);
            int begins = 1 + NONCE_BYTES;
            return Optional.of(new String(cipher.doFinal(sealed, begins, sealed.length - begins), UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UnreadableArgumentsException("arguments of " + kind + " are not those encrypted for this row with"
                    + " key " + stored.keyId() + ", or it is another key");
        }
    }

    /** Returns whether a job with arguments in clear may run now, and counts the others. */
    boolean acceptsPlain(long job, String kind) {
        Optional<Plain> open = plain.filter(window -> Instant.now().isBefore(window.end()));
        open.ifPresentOrElse(
                window -> LOG.info(
                        "arguments in clear accepted: job={} kind={} migration={} end={}",
                        job,
                        kind,
                        window.migration(),
                        window.end()),
                withheld::increment);
        return open.isPresent();
    }

    /** {@code hash} so that nobody without the key can tell what was hashed. */
    byte[] keyed(byte[] hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys(writing).unique());
            return mac.doFinal(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private Keys keys(String id) {
        Keys key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("no key " + id);
        }
        return key;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, Keys key, byte[] nonce, String kind, byte[] rowId)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.arguments(), new GCMParameterSpec(TAG_BITS, nonce));
        // Of a fixed length and first, so that no two pairs of row and kind look alike.
        cipher.updateAAD(rowId);
        cipher.updateAAD(kind.getBytes(UTF_8));
        return cipher;
    }

    private static String checked(String id) {
        if (Text.isBlank(id) || !Text.isPlain(id) || id.length() > MAX_ID) {
            throw new IllegalArgumentException("key id must have 1 to " + MAX_ID + " printable characters, got " + id);
        }
        return id;
    }

    private static Keys checked(SecretKey key) {
        byte[] bytes = key.getEncoded();
        if (bytes == null || (bytes.length != 16 && bytes.length != 24 && bytes.length != 32)) {
            throw new IllegalArgumentException(
                    "key must have 16, 24 or 32 readable bytes; give new SecretKeySpec(bytes, \"AES\")");
        }
        return Keys.of(key);
    }
}
