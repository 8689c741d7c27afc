package io.accounts4j.jobs.sql;

import org.jspecify.annotations.Nullable;

/**
 * Arguments as they are in the row: in clear, or encrypted, or erased, which is neither.
 *
 * @param json in clear
 * @param sealed encrypted
 * @param keyId names the key they are encrypted with
 */
@SuppressWarnings("ArrayRecordComponent") // It is bound, never compared.
public record StoredArguments(
        @Nullable String json,
        byte @Nullable [] sealed,
        @Nullable String keyId) {

    /** In clear. */
    public static StoredArguments of(String json) {
        return new StoredArguments(json, null, null);
    }

    /** Encrypted. */
    public static StoredArguments sealed(byte[] sealed, String keyId) {
        return new StoredArguments(null, sealed, keyId);
    }

    /** The characters or encrypted bytes there are. */
    int size() {
        return json != null ? json.length() : sealed != null ? sealed.length : 0;
    }

    /** Without the arguments. */
    @Override
    public String toString() {
        return json != null ? "arguments in clear" : sealed != null ? "arguments under key " + keyId : "no arguments";
    }
}
