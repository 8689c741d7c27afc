package io.accounts4j.jobs.enqueue;

import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import io.accounts4j.jobs.sql.StoredArguments;
import io.accounts4j.kernel.Text;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AES in GCM (NIST SP 800-38D) under one of several keys: a random nonce of 96 bits each; bound to the kind of the job, to
 * its version and to a random id of the row. Each purpose has a key of its own, derived by HKDF (RFC 5869). Immutable but for the counter, and
 * thread-safe.
 */
public final class ArgumentCipher {

    private static final Logger LOG = LoggerFactory.getLogger(ArgumentCipher.class);

    private static final int ROW_ID_BYTES = 16;
    private static final int MAX_ID = 64;

    private final String writing;
    private final Map<String, Keys> keys;
    private final Optional<SecretKey> unique;
    private final Optional<Window> window;
    private final LongAdder withheld;

    private ArgumentCipher(
            String writing,
            Map<String, Keys> keys,
            Optional<SecretKey> unique,
            Optional<Window> window,
            LongAdder withheld) {
        this.writing = writing;
        this.keys = Map.copyOf(keys);
        this.unique = unique;
        this.window = window;
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

    /** A time in which arguments in clear or of the older format are run. */
    private record Window(String migration, Instant end) {}

    /** Writes and reads with {@code key}. */
    public static ArgumentCipher of(String id, SecretKey key) {
        return new ArgumentCipher(
                id, Map.of(checked(id), checked(key)), Optional.empty(), Optional.empty(), new LongAdder());
    }

    /** The same, and reads with {@code key} too. */
    public ArgumentCipher alsoReading(String id, SecretKey key) {
        Map<String, Keys> all = new HashMap<>(keys);
        if (all.putIfAbsent(checked(id), checked(key)) != null) {
            throw new IllegalArgumentException("two keys are called " + id + ": call each by another name");
        }
        return new ArgumentCipher(writing, all, unique, window, withheld);
    }

    /** The same, and hashes unique keys with {@code key}, whatever key it writes with. */
    public ArgumentCipher uniqueKeysWith(SecretKey key) {
        return new ArgumentCipher(writing, keys, Optional.of(checked(key).unique()), window, withheld);
    }

    /** The same, and accepts arguments in clear or of the older format until {@code end}. */
    public ArgumentCipher acceptingPlain(String migration, Instant end) {
        return new ArgumentCipher(writing, keys, unique, Optional.of(new Window(checked(migration), end)), withheld);
    }

    /** The number of jobs that were not accepted in clear or of the older format, by this cipher and those made of it. */
    public long withheld() {
        return withheld.sum();
    }

    /** The id of the key to write with. */
    public String keyId() {
        return writing;
    }

    StoredArguments seal(Kind kind, String arguments) {
        byte[] rowId = SealedArguments.random(ROW_ID_BYTES);
        byte[] sealed = SealedArguments.seal(keys(writing).arguments(), kind, rowId, arguments);
        return StoredArguments.sealed(sealed, writing, rowId);
    }

    /** Back again; empty where there is no key of that name here. */
    Optional<String> open(Kind kind, StoredArguments stored) {
        Keys key = keys.get(stored.keyId());
        if (key == null) {
            return Optional.empty();
        }
        byte[] sealed = stored.sealed();
        byte[] rowId = stored.id();
        if (sealed == null || rowId == null) {
            throw new UnreadableArgumentsException(
                    "arguments of " + kind.name() + " are encrypted in no way known here");
        }
        return Optional.of(SealedArguments.open(key.arguments(), kind, rowId, sealed));
    }

    /** Returns whether a job with such a {@code fault} may run now; counts the jobs that may not. */
    boolean accepts(ClaimedJob job, String fault) {
        Optional<Window> open = window.filter(still -> Instant.now().isBefore(still.end()));
        open.ifPresentOrElse(
                still -> LOG.info(
                        "job accepted within a migration: job={} kind={} fault={} migration={} end={}",
                        job.id(),
                        job.kind().name(),
                        fault,
                        still.migration(),
                        still.end()),
                withheld::increment);
        return open.isPresent();
    }

    /** {@code hash} so that nobody without the key can tell what was hashed. */
    byte[] keyed(byte[] hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(unique.orElseGet(() -> keys(writing).unique()));
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
