package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.jdbc.Database;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {

    @ParameterizedTest
    @EnumSource
    void everyFileThatIsThereIsHandedOutInOrder(Database database) throws IOException, URISyntaxException {
        Path directory = Path.of(Objects.requireNonNull(Migrations.class.getResource(Migrations.directory(database)))
                .toURI());
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .sorted(Comparator.comparingInt(MigrationsTest::version))
                    .toList();
            assertThat(AccountsSchema.files(database))
                    .extracting(Migration::fileName)
                    .isEqualTo(names);
        }
        assertThat(AccountsSchema.files(database)).allSatisfy(file -> {
            assertThat(file.fileName()).startsWith("V" + file.version() + "__accounts_");
            assertThat(file.sql().strip()).endsWith(";");
        });
    }

    @Test
    void mariaDbHasOneStatementPerFile() {
        assertThat(AccountsSchema.files(Database.MARIADB))
                .allSatisfy(file -> assertThat(statements(file)).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void whereEachStatementIsCommittedAloneItMayRunAgain(Database database) {
        assertThat(AccountsSchema.files(database))
                .allSatisfy(file -> assertThat(statements(file)).allMatch(sql -> sql.contains("if not exists")));
    }

    private static int version(String fileName) {
        return Integer.parseInt(fileName.substring(1, fileName.indexOf('_')));
    }

    private static List<String> statements(Migration file) {
        return Stream.of(file.sql().replaceAll("(?m)^--.*$", "").split(";"))
                .filter(sql -> !sql.isBlank())
                .toList();
    }
}
