package io.accounts4j.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accounts4j.jobs.sql.StrictMapper;
import io.accounts4j.jobs.sql.UniqueKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedSet;

/** The unique key of a job: SHA-256 of the chosen fields, each behind its length, so that no two lists look alike. */
final class UniqueKeys {

    private UniqueKeys() {}

    static UniqueKey of(Unique unique, String kind, String queue, String arguments) {
        MessageDigest digest = sha256();
        add(digest, kind);
        add(digest, Long.toString(unique.periodMicros()));
        add(digest, unique.isByQueue() ? "in " + queue : "");
        if (unique.keys().isPresent()) {
            addChosen(digest, unique.keys().get(), kind, arguments);
        } else {
            add(digest, arguments);
        }
        return new UniqueKey(
                digest.digest(), unique.periodMicros(), unique.states().scope(), unique.replacement());
    }

    /** Of a job with a key of its own: for ever, until the job is over. */
    static UniqueKey of(String kind, String key) {
        MessageDigest digest = sha256();
        add(digest, kind);
        add(digest, "key");
        add(digest, key);
        return new UniqueKey(digest.digest(), Long.MAX_VALUE, UniqueStates.INCOMPLETE.scope());
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
