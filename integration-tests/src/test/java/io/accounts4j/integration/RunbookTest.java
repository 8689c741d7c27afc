package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The queries of docs/runbook.md run, and its meters exist. */
class RunbookTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void itsQueriesRun() throws IOException, SQLException {
        List<String> queries = found("(?s)```sql\n(.*?)```")
                .flatMap(block -> Stream.of(block.split(";\\s*\n")))
                .toList();
        assertThat(queries).hasSizeGreaterThan(8);
        try (HikariDataSource database = TestDatabase.POSTGRES.freshDatabase()) {
            AccountsSchema.migrate(database);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String query : queries) {
                    statement.executeQuery(query).close();
                }
            }
        }
    }

    @Test
    void itsMetersAreInTheListOfMeters() throws IOException {
        String meters = Files.readString(DOCS.resolve("metrics.md"));

        assertThat(found("`(accounts\\.[a-z.]+)`"))
                .isNotEmpty()
                .allMatch(meter -> meters.contains("| `" + meter + "`"));
    }

    private static Stream<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(DOCS.resolve("runbook.md")))
                .results()
                .map((MatchResult result) -> result.group(1));
    }
}
