package io.accounts4j.jobs;

import io.accounts4j.jobs.enqueue.ArgumentCipher;
import java.time.Instant;
import javax.crypto.SecretKey;

/**
 * Encrypts the arguments of {@linkplain Worker#encrypted encrypted} jobs with AES in GCM (NIST SP 800-38D): a random nonce of
 * 96 bits each; bound to the kind of the job, to its version and to a random id of the row, which is unique in the table, so that arguments
 * copied to another row or kind do not open. Each purpose has a key of its own, derived by HKDF (RFC 5869). Give the same to
 * the {@link JdbcJobQueue#cipher queue} and the {@link JobEngineBuilder#cipher engine}.
 *
 * <p>To rotate, first give every node the new key as one to read with, then make it the one to write with, and drop the old
 * one when no job is left that needs it: {@code select distinct args_key_id from accounts_jobs}. One key may encrypt 2^32 jobs.
 *
 * <p>Immutable but for the counter, and thread-safe. Never prints a key.
 */
public final class JobCipher {

    private final ArgumentCipher cipher;

    private JobCipher(ArgumentCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * Writes and reads with {@code key}.
     *
     * @param id names the key in the rows for good: 1 to 64 printable characters, such as {@code 2031-02}
     * @param key 16, 24 or 32 bytes for AES, such as {@code new SecretKeySpec(bytes, "AES")}
     */
    public static JobCipher of(String id, SecretKey key) {
        return new JobCipher(ArgumentCipher.of(id, key));
    }

    /** The same, and reads jobs that were written with {@code key} too. */
    public JobCipher alsoReading(String id, SecretKey key) {
        return new JobCipher(cipher.alsoReading(id, key));
    }

    /**
     * The same, and hashes unique keys with {@code key} instead of the key to write with: a unique job that waits is found again
     * after a rotation. Give all queues the same key, from the first unique job on, and do not rotate it. The key decrypts nothing; its
     * owner can only test guesses of the fields that a unique key is made of.
     *
     * @param key 16, 24 or 32 bytes, other than the keys that encrypt
     */
    public JobCipher uniqueKeysWith(SecretKey key) {
        return new JobCipher(cipher.uniqueKeysWith(key));
    }

    /**
     * The same, and runs jobs of encrypted workers whose arguments are in clear, or encrypted without the version of their kind,
     * until {@code end} by the node's clock: for jobs that were stored before their worker was encrypted, or before versions were bound. Until then anyone who can write rows can have such jobs run.
     * Without this setting, and after {@code end}, they are snoozed, {@linkplain #withheld counted} and logged.
     *
     * @param migration names the change in the log: 1 to 64 printable characters
     */
    public JobCipher acceptingPlain(String migration, Instant end) {
        return new JobCipher(cipher.acceptingPlain(migration, end));
    }

    /** How often a job was withheld in this process because its arguments are in clear or of the older format, by this cipher and those made of it. */
    public long withheld() {
        return cipher.withheld();
    }

    ArgumentCipher cipher() {
        return cipher;
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "job cipher that writes with " + cipher.keyId();
    }
}
