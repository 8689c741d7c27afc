package io.accounts4j.testdatabases;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of a MariaDB on this machine.
 *
 * @param server {@code mariadbd}
 * @param initializer {@code mariadb-install-db}
 */
record MariaDbInstallation(Path server, Path initializer) {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/sbin",
            "/usr/bin",
            "/usr/libexec",
            "/usr/local/sbin",
            "/usr/local/bin",
            "/usr/local/mysql/bin",
            "/usr/local/opt/mariadb/bin",
            "/opt/homebrew/opt/mariadb/bin");

    static MariaDbInstallation find() throws NotInstalledException {
        Optional<Path> server = program("mariadbd", "mysqld").filter(MariaDbInstallation::isMariaDb);
        Optional<Path> initializer = program("mariadb-install-db", "mysql_install_db");
        if (server.isEmpty() || initializer.isEmpty()) {
            throw new NotInstalledException("no mariadbd with mariadb-install-db on this machine; install MariaDB"
                    + " (Debian: mariadb-server) or set ACCOUNTS_TEST_MARIADB_URL");
        }
        return new MariaDbInstallation(server.get(), initializer.get());
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> places().map(place -> place.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> places() {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator)),
                        USUAL_PLACES.stream())
                .map(Path::of);
    }

    /** MySQL's server has the same name and other rules. */
    private static boolean isMariaDb(Path server) {
        try {
            Process process = new ProcessBuilder(server.toString(), "--no-defaults", "--version").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("MariaDB");
        } catch (IOException e) {
            return false;
        }
    }
}
