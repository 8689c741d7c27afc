package io.accounts4j.schema;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A host whose class path is another than that of the tests. */
final class Host implements AutoCloseable {

    private final List<Path> classPath;
    private final URLClassLoader loader;

    private Host(List<Path> classPath) {
        this.classPath = classPath;
        this.loader = new URLClassLoader(
                classPath.stream().map(Host::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** A host with the class path of the tests, without the jars whose names match. */
    static Host without(Predicate<String> jar) {
        return with(List.of(), jar);
    }

    /** A host with {@code jars} in place of those of the tests whose names match. */
    static Host with(List<Path> jars, Predicate<String> replaced) {
        Stream<Path> others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !replaced.test(path.getFileName().toString()));
        return new Host(Stream.concat(jars.stream(), others).toList());
    }

    /** Calls {@link AccountsSchema#migrate(DataSource)} in this host. */
    Object migrate(DataSource database) throws ReflectiveOperationException {
        return loader.loadClass(AccountsSchema.class.getName())
                .getMethod("migrate", DataSource.class)
                .invoke(null, database);
    }

    /** The class path, for a process. */
    String classPath() {
        return String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
