package io.accounts4j.examples.server;

import java.nio.charset.StandardCharsets;

/** The keys of the server, one per purpose, all derived from one secret. */
final class Keys {

    private static final byte[] SALT = "accounts4j".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;

    private final byte[] root;

    private Keys(byte[] root) {
        this.root = root;
    }

    static Keys derivedFrom(Secret base) {
        return new Keys(Hkdf.extract(SALT, base.reveal().getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns 32 bytes, equal at every start and independent of the keys of other purposes. */
    byte[] forPurpose(String purpose) {
        return Hkdf.expand(root, purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
    }

    @Override
    public String toString() {
        return "Keys[redacted]";
    }
}
