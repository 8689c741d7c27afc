package io.accounts4j.testdatabases;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of MariaDB: of the installation on this machine, else from Maven.
 *
 * @param server {@code mariadbd}
 * @param initializer {@code mariadb-install-db}
 * @param options of both programs
 * @param origin the source of the programs, for the line that reports the used databases
 */
record MariaDbInstallation(Path server, Path initializer, List<String> options, String origin) {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/sbin",
            "/usr/bin",
            "/usr/libexec",
            "/usr/local/sbin",
            "/usr/local/bin",
            "/usr/local/mysql/bin",
            "/usr/local/opt/mariadb/bin",
            "/opt/homebrew/opt/mariadb/bin");

    static MariaDbInstallation find() throws IOException, NotInstalledException {
        Optional<MariaDbInstallation> installed = Environment.ignoresInstalled() ? Optional.empty() : installed();
        return installed.isPresent() ? installed.get() : packaged();
    }

    private static Optional<MariaDbInstallation> installed() {
        Optional<Path> server = program("mariadbd", "mysqld")
                .filter(program -> version(program).contains("MariaDB")); // MySQL's server has the same name.
        return server.flatMap(found -> program("mariadb-install-db", "mysql_install_db")
                .map(initializer -> new MariaDbInstallation(found, initializer, List.of(), "installed")));
    }

    private static MariaDbInstallation packaged() throws IOException, NotInstalledException {
        @Nullable Path directory = PackagedMariaDb.directory();
        if (directory == null) {
            throw new NotInstalledException("none is installed, and the one from Maven is for Linux on x86-64, not for "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + "; install MariaDB (Debian: mariadb-server) or set ACCOUNTS_TEST_MARIADB_URL");
        }
        Path server = directory.resolve("bin/mariadbd");
        String version = version(server);
        if (!version.contains("MariaDB")) {
            throw new NotInstalledException("none is installed, and the one from Maven does not run here ("
                    + version.strip() + "); install MariaDB (Debian: mariadb-server) or set ACCOUNTS_TEST_MARIADB_URL");
        }
        return new MariaDbInstallation(
                server,
                directory.resolve("scripts/mariadb-install-db"),
                List.of("--basedir=" + directory),
                "from Maven");
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

    /** Returns the output of the program, or the reason of its failure. */
    private static String version(Path server) {
        try {
            Process process = new ProcessBuilder(server.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
