package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.Database;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SupportedSettingsTest {

    @Test
    void refusesToMigrateAPostgresInLatin1AndLeavesItEmpty() throws SQLException {
        DataSource latin1 = latin1();

        assertThatIllegalStateException()
                .isThrownBy(() -> AccountsSchema.migrate(latin1))
                .withMessageStartingWith("server_encoding must be UTF8, got LATIN1; ");
        assertThat(AccountsSchema.pending(latin1)).hasSameSizeAs(AccountsSchema.files(Database.POSTGRESQL));
    }

    @Test
    void refusesToMigrateAnH2ThatReadsEmptyTextsAsNull() {
        JdbcDataSource oracle = new JdbcDataSource();
        oracle.setUrl("jdbc:h2:mem:oracle;DB_CLOSE_DELAY=-1;MODE=Oracle");

        assertThatIllegalStateException()
                .isThrownBy(() -> AccountsSchema.migrate(oracle))
                .withMessageContaining("MODE must be")
                .withMessageContaining("got Oracle");
    }

    private static DataSource latin1() throws SQLException {
        try (HikariDataSource administrator = TestDatabase.POSTGRES.freshDatabase();
                Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            String name = connection.getCatalog() + "_latin1";
            statement.execute("create database " + name
                    + " encoding 'LATIN1' template template0 locale_provider libc lc_collate 'C' lc_ctype 'C'");
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(administrator.getJdbcUrl());
            database.setDatabaseName(name);
            database.setUser(administrator.getUsername());
            database.setPassword(administrator.getPassword());
            return database;
        }
    }
}
