package io.accounts4j.job;

import io.accounts4j.kernel.Text;
import java.util.Map;

/**
 * Work to be done later: data, never code.
 *
 * @param kind names the handler, such as {@code accounts.welcome}; at most 127 characters
 * @param version of the arguments' shape, 1 or more
 * @param arguments ids and the like, never a token or password: they are stored readable
 */
public record NewJob(String kind, int version, Map<String, String> arguments, JobOptions options) {

    private static final int MAX_KIND = 127;

    /** Copies the arguments and refuses what no queue could store. */
    public NewJob {
        arguments = Map.copyOf(arguments);
        if (Text.isBlank(kind) || !Text.isPlain(kind) || kind.length() > MAX_KIND) {
            throw new IllegalArgumentException("a job kind has 1 to " + MAX_KIND + " printable characters: " + kind);
        }
        if (version < 1) {
            throw new IllegalArgumentException("a job version is 1 or more, not " + version);
        }
        if (!arguments.entrySet().stream()
                .allMatch(e -> Text.isStorable(e.getKey()) && Text.isStorable(e.getValue()))) {
            throw new IllegalArgumentException("arguments of " + kind + " hold U+0000 or an unpaired surrogate");
        }
    }

    /** A first-version job with these arguments. */
    public static NewJob of(String kind, Map<String, String> arguments, JobOptions options) {
        return new NewJob(kind, 1, arguments, options);
    }
}
