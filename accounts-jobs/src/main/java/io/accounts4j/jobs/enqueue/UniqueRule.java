package io.accounts4j.jobs.enqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accounts4j.jobs.sql.Replacement;
import io.accounts4j.jobs.sql.StrictMapper;
import io.accounts4j.jobs.sql.UniqueKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Makes the unique key of a job: SHA-256 of the chosen fields, each after its length, so that no two lists of fields have the same
 * input. Immutable.
 */
@FunctionalInterface
public interface UniqueRule {

    /** Waiting, executing, and between attempts: the scope of a job that has a key of its own. */
    int INCOMPLETE = 2;

    /** The key of a job of that kind with these arguments as JSON. */
    UniqueKey key(String kind, String queue, String arguments);

    /**
     * The key of chosen arguments, or of all.
     *
     * @param keys the chosen components of the arguments; empty for all arguments
     */
    static UniqueRule of(
            Optional<SortedSet<String>> keys, boolean byQueue, long periodMicros, int scope, Replacement replacement) {
        return (kind, queue, arguments) -> {
            MessageDigest digest = sha256();
            add(digest, kind);
            add(digest, Long.toString(periodMicros));
            add(digest, byQueue ? "in " + queue : "");
            if (keys.isPresent()) {
                addChosen(digest, keys.get(), kind, arguments);
            } else {
                add(digest, arguments);
            }
            return new UniqueKey(digest.digest(), periodMicros, scope, replacement);
        };
    }

    /** A key of the job's own, without period, until the job has ended. */
    static UniqueRule ofKey(String own) {
        return (kind, queue, arguments) -> {
            MessageDigest digest = sha256();
            add(digest, kind);
            add(digest, "key");
            add(digest, own);
            return new UniqueKey(digest.digest(), Long.MAX_VALUE, INCOMPLETE);
        };
    }

    private static void addChosen(MessageDigest digest, SortedSet<String> keys, String kind, String arguments) {
        if (keys.isEmpty()) {
            return;
        }
        JsonNode all = tree(arguments);
        for (String key : keys) {
            JsonNode value = all.get(key);
            if (value == null) {
                throw new IllegalArgumentException(
                        "jobs of kind " + kind + " are unique by " + key + ", which their arguments do not have");
            }
            add(digest, key);
            add(digest, value.toString());
        }
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static JsonNode tree(String arguments) {
        try {
            return StrictMapper.INSTANCE.readTree(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("arguments written here are no JSON: " + e.getClass());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
