package io.accounts4j.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The schema as it is meant, in {@code src/test/resources/pinned}. */
final class Pinned {

    private Pinned() {}

    static String of(String directory) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Pinned.class.getResourceAsStream("/pinned/" + directory + ".txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
