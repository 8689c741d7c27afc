package io.accounts4j.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.accounts4j.kernel.Text;

/** What every database stores as the arguments of a job. */
final class Storable {

    private static final int MOST_BYTES_PER_CHAR = 3;

    private Storable() {}

    /** {@code json} if it is short enough and has neither U+0000 nor an unpaired surrogate. */
    static String checked(String kind, String json) {
        if (json.length() > Worker.MAX_ARGUMENTS / MOST_BYTES_PER_CHAR) {
            int size = json.getBytes(UTF_8).length;
            if (size > Worker.MAX_ARGUMENTS) {
                throw new OversizedArgumentsException(kind, size);
            }
        }
        if (hasNul(json) || !Text.isStorable(json)) {
            throw new IllegalArgumentException("arguments of " + kind + " hold U+0000 or an unpaired surrogate");
        }
        return json;
    }

    /** Whether there is a {@code \u0000} that is not itself behind an escaped backslash. */
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
