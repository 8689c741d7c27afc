package io.accounts4j.password;

import io.accounts4j.kernel.Folding;
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

    /** The password {@code typed}, exactly: nothing is trimmed or normalised; {@link #composed()} is what is hashed. */
    public static Password of(String typed) {
        return new Password(typed);
    }

    /** The clear text, for policies and hashers only. */
    public String reveal() {
        return value;
    }

    /** The same password in the form that is hashed, whatever the keyboard: letters composed with their marks (NFC). */
    public Password composed() {
        String composed = Folding.nfc(value);
        return composed.equals(value) ? this : new Password(composed);
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
