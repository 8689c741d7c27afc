package io.accounts4j.jobs.sql;

import org.jspecify.annotations.Nullable;

/**
 * Arguments as they are in the row: in clear, or encrypted, or erased, which is neither.
 *
 * @param json in clear
 * @param sealed encrypted
 * @param keyId names the key they are encrypted with
 * @param id the row's own random id, which encrypted arguments are bound to
 */
@SuppressWarnings("ArrayRecordComponent") // It is bound, never compared.
public record StoredArguments(
        @Nullable String json,
        byte @Nullable [] sealed,
        @Nullable String keyId,
        byte @Nullable [] id) {

    /** In clear. */
    public static StoredArguments of(String json) {
        return new StoredArguments(json, null, null, null);
    }

    /** Encrypted. */
    public static StoredArguments sealed(byte[] sealed, String keyId, byte[] id) {
        return new StoredArguments(null, sealed, keyId, id);
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
