package io.accounts4j.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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
