package io.accounts4j.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {

    @ParameterizedTest
    @EnumSource
    void twoFreshDatabasesShareNothing(TestDatabase database) throws SQLException {
        DataSource one = database.freshDatabase();
        DataSource other = database.freshDatabase();

        execute(one, "create table note (text varchar(20))");

        assertThatThrownBy(() -> execute(other, "insert into note values ('hello')"))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void connectionsOfOneDatabaseSeeEachOther(TestDatabase database) throws SQLException {
        DataSource fresh = database.freshDatabase();

        execute(fresh, "create table note (text varchar(20))");
        execute(fresh, "insert into note values ('Grüße')");

        try (Connection first = fresh.getConnection();
                Connection second = fresh.getConnection()) {
            assertThat(text(first)).isEqualTo(text(second)).isEqualTo("Grüße");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasUsedIsSaid(TestDatabase database) throws SQLException {
        database.freshDatabase().getConnection().close();

        assertThat(UsedDatabases.line()).containsIgnoringCase(database.name().substring(0, 2));
    }

    @Test
    void aFileSurvivesItsPool(@TempDir Path directory) throws SQLException {
        try (var first = TestDatabase.h2File(directory)) {
            execute(first, "create table note (text varchar(20))");
            execute(first, "insert into note values ('kept')");
        }
        try (var second = TestDatabase.h2File(directory);
                Connection connection = second.getConnection()) {
            assertThat(text(connection)).isEqualTo("kept");
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select text from note")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
