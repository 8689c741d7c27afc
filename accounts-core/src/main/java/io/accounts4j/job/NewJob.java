package io.accounts4j.job;

import io.accounts4j.kernel.Text;
import java.util.Map;
import java.util.Optional;

/**
 * Work to be done later: data, never code.
 *
 * @param kind names the handler, such as {@code accounts.welcome}; at most 127 characters
 * @param version of the arguments' shape, 1 or more
 * @param arguments ids and the like, never a token or password: they are stored readable
 * @param unique a key that at most one unfinished job of this kind has, 1 to 255 characters; empty where any number may wait
 */
public record NewJob(
        String kind, int version, Map<String, String> arguments, JobOptions options, Optional<String> unique) {

    private static final int MAX_KIND = 127;
    private static final int MAX_KEY = 255;

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
        if (unique.filter(key -> Text.isBlank(key) || !Text.isPlain(key) || key.length() > MAX_KEY)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "the unique key of a job of kind " + kind + " must have 1 to " + MAX_KEY + " printable characters");
        }
    }

    /** A job like any number of others. */
    public NewJob(String kind, int version, Map<String, String> arguments, JobOptions options) {
        this(kind, version, arguments, options, Optional.empty());
    }

    /** A first-version job with these arguments. */
    public static NewJob of(String kind, Map<String, String> arguments, JobOptions options) {
        return new NewJob(kind, 1, arguments, options);
    }

    /** The same job, not stored while another one of its kind with this key is unfinished. */
    public NewJob unique(String key) {
        return new NewJob(kind, version, arguments, options, Optional.of(key));
    }
}
