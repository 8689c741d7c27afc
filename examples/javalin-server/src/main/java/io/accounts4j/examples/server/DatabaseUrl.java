package io.accounts4j.examples.server;

import io.accounts4j.kernel.ServerUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code postgres://user:pass@host:port/db}, {@code mariadb://…} or {@code h2:file:…}.
 *
 * @param location host, port and database name, or the path of the H2 file without its suffix
 */
record DatabaseUrl(Kind kind, String location, Optional<String> user, Optional<Secret> password) {

    private static final String FILE = "h2:file:";

    /** The kind of the database. */
    enum Kind {
        H2,
        POSTGRESQL,
        MARIADB
    }

    /** Parses {@code text}; {@link MalformedException} if it is malformed. */
    static DatabaseUrl parse(String text) {
        if (text.startsWith("jdbc:")) {
            throw new MalformedException("it is written without jdbc:, with user and password before the host");
        }
        return text.startsWith(FILE) ? file(text.substring(FILE.length())) : server(Urls.parse(text));
    }

    /** Returns the file of an embedded database. */
    Optional<Path> file() {
        return kind == Kind.H2 ? Optional.of(Path.of(location + ".mv.db")) : Optional.empty();
    }

    /** Returns the directory of an embedded database. */
    Optional<Path> directory() {
        return file().map(Path::getParent);
    }

    private static DatabaseUrl file(String path) {
        if (path.isBlank() || path.contains(";") || path.endsWith("/")) {
            throw new MalformedException("a path without a semicolon must follow h2:file:");
        }
        try {
            String absolute = Path.of(path).toAbsolutePath().normalize().toString();
            return new DatabaseUrl(Kind.H2, absolute, Optional.empty(), Optional.empty());
        } catch (InvalidPathException e) {
            throw new MalformedException("no path that this system can write follows h2:file:");
        }
    }

    private static DatabaseUrl server(ServerUrl url) {
        Kind kind = kind(url.scheme());
        String rest = url.path()
                + url.query().map("?"::concat).orElse("")
                + url.fragment().map("#"::concat).orElse("");
        if (!rest.matches("/[A-Za-z0-9_.~-]+")) {
            throw new MalformedException("the name of a database must follow the host, and nothing else");
        }
        int port = url.port().orElse(kind == Kind.POSTGRESQL ? 5432 : 3306);
        return new DatabaseUrl(
                kind,
                url.bracketedHost() + ":" + port + rest,
                url.user(),
                url.password().map(Secret::of));
    }

    private static Kind kind(String scheme) {
        return switch (scheme) {
            case "postgres", "postgresql" -> Kind.POSTGRESQL;
            case "mariadb" -> Kind.MARIADB;
            default -> throw new MalformedException("it must begin with postgres://, mariadb:// or h2:file:");
        };
    }
}
