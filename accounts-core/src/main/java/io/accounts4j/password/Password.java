package io.accounts4j.password;

import java.nio.charset.StandardCharsets;

/**
 * A password as typed. Never stored, never printed, never compared: it has no {@code equals} of its own and its text
 * form is redacted, so whatever holds one is safe to print.
 */
public final class Password {

    private final String value;

    private Password(String value) {
        this.value = value;
    }

    /** The password {@code typed}, exactly: nothing is trimmed or normalised. */
    public static Password of(String typed) {
        return new Password(typed);
    }

    /** The clear text, for policies and hashers only. */
    public String reveal() {
        return value;
    }

    /** The size in bytes of UTF-8, which is what a hasher reads. */
    public int bytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
