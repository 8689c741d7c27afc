package io.accounts4j.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "MariaDB's programs are for Linux on x86-64")
class PackagedMariaDbTest {

    @Test
    void mariaDbComesFromMavenWhereInstalledOnesAreIgnored() throws InterruptedException {
        assertThat(start(Map.of(Environment.IGNORE_INSTALLED, "true"))).matches(".*MariaDB 11\\.4\\.\\d+ from Maven.*");
    }

    @Test
    void mariaDbIsSkippedWhereItIsLeftOut() throws InterruptedException {
        assertThat(start(Map.of(Environment.LEAVE_OUT, "postgres, mariadb", Environment.REQUIRE_DATABASES, "false")))
                .contains("MARIADB is not available: left out by ACCOUNTS_TEST_LEAVE_OUT");
    }

    @Test
    void theDirectoryForProgramsIsMadeByManyAtOnce(@TempDir Path temporary) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                Path directory = Files.createDirectory(temporary.resolve("round" + round));
                List<Future<Path>> homes =
                        executor.invokeAll(Collections.nCopies(8, () -> PackagedMariaDb.home(directory)));
                for (Future<Path> home : homes) {
                    assertThat(home.get()).isDirectory();
                }
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void programsAreNotRunFromADirectoryThatOthersMayWriteTo(@TempDir Path temporary) throws Exception {
        Path home = PackagedMariaDb.home(temporary);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> PackagedMariaDb.home(temporary))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must belong to this user alone");
    }

    private static String start(Map<String, String> environment) throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(Start.class, environment)) {
            return child.awaitLine(line -> line.startsWith("RESULT"));
        }
    }

    static final class Start {
        public static void main(String[] arguments) {
            String result;
            try {
                TestDatabase.MARIADB.freshDatabase();
                result = UsedDatabases.line();
            } catch (RuntimeException e) {
                result = e.getMessage();
            }
            System.out.println("RESULT " + result);
        }
    }
}
