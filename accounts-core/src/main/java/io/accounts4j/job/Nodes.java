package io.accounts4j.job;

import io.accounts4j.kernel.Text;
import java.util.Optional;

/**
 * The nodes that are meant.
 *
 * @param name of one node; empty for all, also those to come
 */
public record Nodes(Optional<String> name) {

    private static final int MAX_NAME = 255;
    private static final Nodes ALL = new Nodes(Optional.empty());

    /** Refuses what no node can be called. */
    public Nodes {
        name.filter(one -> Text.isBlank(one) || !Text.isPlain(one) || Text.length(one) > MAX_NAME)
                .ifPresent(one -> {
                    throw new IllegalArgumentException(
                            "a node's name has 1 to " + MAX_NAME + " printable characters: " + one);
                });
    }

    /** All nodes, also those to come. */
    public static Nodes all() {
        return ALL;
    }

    /** Those of that name. */
    public static Nodes named(String name) {
        return new Nodes(Optional.of(name));
    }
}
