package io.accounts4j.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.accounts4j.jobs.enqueue.Hkdf;
import io.accounts4j.jobs.enqueue.UnreadableArgumentsException;
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
 * Encrypts the arguments of {@linkplain Worker#encrypted encrypted} jobs with AES in GCM (NIST SP 800-38D): a random nonce of
 * 96 bits each; bound to the kind of the job and to a random id of the row, which is unique in the table, so that arguments
 * copied to another row or kind do not open. Each purpose has a key of its own, derived by HKDF (RFC 5869). Give the same to
 * the {@link JdbcJobQueue#cipher queue} and the {@link JobEngineBuilder#cipher engine}.
 *
 * <p>To rotate, first give every node the new key as one to read with, then make it the one to write with, and drop the old
 * one when no job is left that needs it: {@code select distinct args_key_id from accounts_jobs}. One key may encrypt 2^32 jobs.
 *
 * <p>Immutable but for the counter, and thread-safe. Never prints a key.
 */
public final class JobCipher {

    private static final Logger LOG = LoggerFactory.getLogger(JobCipher.class);

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

    private JobCipher(String writing, Map<String, Keys> keys, Optional<Plain> plain, LongAdder withheld) {
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

    /**
     * Writes and reads with {@code key}.
     *
     * @param id names the key in the rows for good: 1 to 64 printable characters, such as {@code 2031-02}
     * @param key 16, 24 or 32 bytes for AES, such as {@code new SecretKeySpec(bytes, "AES")}
     */
    public static JobCipher of(String id, SecretKey key) {
        return new JobCipher(id, Map.of(checked(id), checked(key)), Optional.empty(), new LongAdder());
    }

    /** The same, and reads what was written with {@code key} too. */
    public JobCipher alsoReading(String id, SecretKey key) {
        Map<String, Keys> all = new HashMap<>(keys);
        if (all.putIfAbsent(checked(id), checked(key)) != null) {
            throw new IllegalArgumentException("two keys are called " + id + ": call each by another name");
        }
        return new JobCipher(writing, all, plain, withheld);
    }

    /**
     * The same, and runs jobs of encrypted workers whose arguments are in clear, until {@code end} by the node's clock: for jobs
     * that were stored before their worker was encrypted. Meanwhile anybody who can write rows can have such jobs run.
     * Without it, and after {@code end}, they are put off at no cost, {@linkplain #withheld counted} and logged.
     *
     * @param migration names the change in the log: 1 to 64 printable characters
     */
    public JobCipher acceptingPlain(String migration, Instant end) {
        return new JobCipher(writing, keys, Optional.of(new Plain(checked(migration), end)), withheld);
    }

    /** How often a job was withheld in this process because its arguments are in clear, by this cipher and those made of it. */
    public long withheld() {
        return withheld.sum();
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "job cipher that writes with " + writing;
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
            throw new IllegalStateException("AES-GCM does not work here", e);
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

    /** Whether a job with arguments in clear may run now; counts the jobs that may not. */
    boolean acceptsPlain(long job, String kind) {
        Optional<Plain> open = plain.filter(window -> Instant.now().isBefore(window.end()));
        open.ifPresentOrElse(
                window -> LOG.info(
                        "job {} of kind {} has arguments in clear: run by migration {}, which ends {}",
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
            throw new IllegalArgumentException("a key is called by 1 to " + MAX_ID + " printable characters: " + id);
        }
        return id;
    }

    private static Keys checked(SecretKey key) {
        byte[] bytes = key.getEncoded();
        if (bytes == null || (bytes.length != 16 && bytes.length != 24 && bytes.length != 32)) {
            throw new IllegalArgumentException("a key for AES has 16, 24 or 32 bytes, which the cipher can read");
        }
        return Keys.of(key);
    }
}
