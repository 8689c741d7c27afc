package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database holds password hashes, so only its owner may read it. */
class OwnerOnlyTest {

    @TempDir
    private Path parent;

    private Path directory;
    private Path file;
    private Settings.Database settings;

    @BeforeEach
    void choosePlace() {
        directory = parent.resolve("data");
        file = directory.resolve("accounts.mv.db");
        settings = new Settings.Database(DatabaseUrl.parse("h2:file:" + directory.resolve("accounts")), 2, false);
    }

    @Test
    void directoryAndDatabaseAreMadeForTheOwner() throws Exception {
        Database.migrate(settings);
        try (HikariDataSource pool = Database.open(settings, "accounts", 2)) {
            assertThat(pool.isRunning()).isTrue();
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aDatabaseThatOthersMayReadIsRefused() throws Exception {
        Database.migrate(settings);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> Database.migrate(settings))
                .isInstanceOf(StartupException.class)
                .hasMessage(file + " must be accessible to its owner alone (rw-------), got rw-r--r--; run chmod 600 "
                        + file);
    }

    @Test
    void aDirectoryThatOthersMayReadIsRefused() throws Exception {
        Files.createDirectory(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));

        assertThatThrownBy(() -> Database.migrate(settings))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith(directory + " must be accessible to its owner alone (rwx------), got rwxr-x---;"
                        + " run chmod 700 " + directory)
                .hasMessageEndingWith("or name a directory that does not exist yet in DATABASE_URL");
        assertThat(Optional.of(file)).get().matches(Files::notExists);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
