package io.accounts4j.jobs.enqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.accounts4j.kernel.Text;

/** The limits of the arguments of a job, which hold in every database. */
public final class ArgumentLimits {

    private static final int MOST_BYTES_PER_CHAR = 3;

    private ArgumentLimits() {}

    /** Returns the size of {@code json} in UTF-8 if it is larger than {@code most} bytes, and 0 if not. */
    public static int oversize(String json, int most) {
        int size = json.length() > most / MOST_BYTES_PER_CHAR ? json.getBytes(UTF_8).length : 0;
        return size > most ? size : 0;
    }

    /** {@code json} if it has neither U+0000 nor an unpaired surrogate, which some databases refuse. */
    public static String storable(String kind, String json) {
        if (hasNul(json) || !Text.isStorable(json)) {
            throw new IllegalArgumentException("arguments of " + kind + " hold U+0000 or an unpaired surrogate");
        }
        return json;
    }

    /** Returns whether there is a {@code \u0000} that does not follow an escaped backslash. */
    private static boolean hasNul(String json) {
        int at = json.indexOf('\\');
        while (at >= 0) {
            if (json.startsWith("u0000", at + 1)) {
                return true;
            }
            at = json.indexOf('\\', at + 2);
        }
        return false;
    }
}
