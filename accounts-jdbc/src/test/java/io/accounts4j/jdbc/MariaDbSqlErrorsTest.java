package io.accounts4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The errors of MariaDB that the classes and states of its driver's exceptions misrepresent. */
@OnDatabases(TestDatabase.MARIADB)
class MariaDbSqlErrorsTest {

    private final HikariDataSource database;

    MariaDbSqlErrorsTest(TestDatabase mariaDb) throws SQLException {
        database = mariaDb.freshDatabase();
        execute("create table notes (id int not null, text longtext)");
    }

    @Test
    void aColumnWithoutDefaultIsPermanent() {
        assertThat(SqlErrors.kind(refused("insert into notes (text) values ('a')")))
                .isEqualTo(SqlErrorKind.PERMANENT);
    }

    /**
     * The server closes the connection once it has seen the length. The driver has sent everything by then only if no more
     * than some bytes exceed 16 MiB, which it sends as one packet; otherwise its write may fail before it reads the error.
     */
    @Test
    void aStatementAboveTheServersPacketIsTooLarge() {
        String text = "a".repeat(1 << 24);

        assertThat(SqlErrors.kind(refused("insert into notes values (1, '" + text + "')")))
                .isEqualTo(SqlErrorKind.TOO_LARGE);
    }

    private SQLException refused(String sql) {
        return catchThrowableOfType(SQLException.class, () -> execute(sql));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
