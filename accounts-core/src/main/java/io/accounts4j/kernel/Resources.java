package io.accounts4j.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Text files below {@code META-INF/}: not a package, so a host's files are visible from a named module too. Looked up
 * through the context class loader first, so that a host overrides a text by shipping a file of the same name.
 */
public final class Resources {

    private Resources() {}

    /** The UTF-8 text at {@code path}, or empty where there is none. */
    public static Optional<String> text(String path) {
        return read(Thread.currentThread().getContextClassLoader(), path)
                .or(() -> read(Resources.class.getClassLoader(), path));
    }

    /** The properties at {@code path}, none where there is no such file. */
    public static Properties properties(String path) {
        Properties properties = new Properties();
        text(path).ifPresent(content -> {
            try {
                properties.load(new StringReader(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return properties;
    }

    private static Optional<String> read(@Nullable ClassLoader loader, String path) {
        if (loader == null) {
            return Optional.empty();
        }
        try (InputStream in = loader.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
