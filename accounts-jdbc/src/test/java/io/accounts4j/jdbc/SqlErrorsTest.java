package io.accounts4j.jdbc;

import static io.accounts4j.jdbc.SqlErrorKind.LOST_STATEMENT;
import static io.accounts4j.jdbc.SqlErrorKind.MISSING_COLUMN;
import static io.accounts4j.jdbc.SqlErrorKind.MISSING_TABLE;
import static io.accounts4j.jdbc.SqlErrorKind.PERMISSION;
import static io.accounts4j.jdbc.SqlErrorKind.READ_ONLY;
import static io.accounts4j.jdbc.SqlErrorKind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.kernel.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqlErrorsTest {

    @ParameterizedTest(name = "{3}: {2}")
    @CsvSource(textBlock = """
                    # state, code, kind, error
                    40001, 0,     CONFLICT,          PostgreSQL serialization failure
                    40P01, 0,     CONFLICT,          PostgreSQL deadlock
                    40001, 1213,  CONFLICT,          MariaDB deadlock
                    HY000, 1020,  CONFLICT,          MariaDB row changed since the last read
                    40001, 40001, CONFLICT,          H2 deadlock
                    90131, 90131, CONFLICT,          H2 concurrent update
                    HY000, 1205,  LOCK_TIMEOUT,      MariaDB lock wait timeout
                    HYT00, 50200, LOCK_TIMEOUT,      H2 lock timeout
                    55P03, 0,     LOCK_TIMEOUT,      PostgreSQL lock_timeout
                    57014, 0,     STATEMENT_TIMEOUT, PostgreSQL statement_timeout
                    70100, 1969,  STATEMENT_TIMEOUT, MariaDB max_statement_time
                    57014, 57014, STATEMENT_TIMEOUT, H2 query timeout
                    08006, 0,     UNAVAILABLE,       PostgreSQL connection failure
                    53100, 0,     UNAVAILABLE,       PostgreSQL disk full
                    53300, 0,     UNAVAILABLE,       PostgreSQL too many connections
                    57P01, 0,     UNAVAILABLE,       PostgreSQL stopping
                    25P03, 0,     UNAVAILABLE,       PostgreSQL idle in transaction for too long
                    08004, 1040,  UNAVAILABLE,       MariaDB too many connections
                    42000, 1203,  UNAVAILABLE,       MariaDB too many connections of this user
                    70100, 1927,  UNAVAILABLE,       MariaDB connection killed
                    90067, 90067, UNAVAILABLE,       H2 connection broken
                    90121, 90121, UNAVAILABLE,       H2 closed
                    23505, 0,     DUPLICATE,         PostgreSQL unique key
                    23000, 1062,  DUPLICATE,         MariaDB unique key
                    23505, 23505, DUPLICATE,         H2 unique key
                    23001, 0,     REFERENCED,        PostgreSQL 18 restrict
                    23000, 1451,  REFERENCED,        MariaDB foreign key
                    23503, 23503, REFERENCED,        H2 foreign key
                    23502, 0,     CONSTRAINT,        PostgreSQL not null
                    23000, 1048,  CONSTRAINT,        MariaDB not null
                    23513, 23513, CONSTRAINT,        H2 check
                    42P01, 0,     MISSING_TABLE,     PostgreSQL table
                    3F000, 0,     MISSING_TABLE,     PostgreSQL schema
                    42S02, 1146,  MISSING_TABLE,     MariaDB table
                    42000, 1049,  MISSING_TABLE,     MariaDB database
                    42S04, 42104, MISSING_TABLE,     H2 table of an empty database
                    90079, 90079, MISSING_TABLE,     H2 schema
                    25006, 0,     READ_ONLY,         PostgreSQL read-only transaction
                    25006, 1792,  READ_ONLY,         MariaDB read-only transaction
                    HY000, 1290,  READ_ONLY,         MariaDB started with --read-only
                    90097, 90097, READ_ONLY,         H2 read-only database
                    42501, 0,     PERMISSION,        PostgreSQL privilege
                    28P01, 0,     PERMISSION,        PostgreSQL password
                    42000, 1142,  PERMISSION,        MariaDB privilege
                    28000, 1045,  PERMISSION,        MariaDB password
                    90096, 90096, PERMISSION,        H2 privilege
                    90040, 90040, PERMISSION,        H2 rights of an administrator
                    54000, 0,     TOO_LARGE,         PostgreSQL program limit
                    08S01, 1153,  TOO_LARGE,         MariaDB max_allowed_packet
                    HZ000, 0,     TOO_LARGE,         MariaDB's driver before the packet is sent
                    26000, 0,     LOST_STATEMENT,    PostgreSQL prepared statement does not exist
                    42P05, 0,     LOST_STATEMENT,    PostgreSQL prepared statement already exists
                    HY000, 1364,  PERMANENT,         MariaDB column without default
                    HY000, 1005,  PERMANENT,         MariaDB table cannot be created
                    HY000, 50000, PERMANENT,         H2 general error
                    22001, 1406,  PERMANENT,         MariaDB text too long
                    22021, 0,     PERMANENT,         PostgreSQL NUL in a text
                    42703, 0,     MISSING_COLUMN,    PostgreSQL column
                    42S22, 1054,  MISSING_COLUMN,    MariaDB column
                    42S22, 42122, MISSING_COLUMN,    H2 column
                    ,      0,     PERMANENT,         no code at all
                    """)
    void classifiesByTheCodesOfEachDatabase(String state, int code, SqlErrorKind kind, String error) {
        assertThat(SqlErrors.kind(new SQLException(error, state, code))).isEqualTo(kind);
        assertThat(SqlErrors.kind(new SQLTransientConnectionException(error, state, code)))
                .as("as MariaDB's driver throws it")
                .isEqualTo(state == null ? SqlErrorKind.UNAVAILABLE : kind);
    }

    @Test
    void classifiesByTheClassWhereThereIsNoCode() {
        assertThat(SqlErrors.kind(new SQLNonTransientConnectionException())).isEqualTo(SqlErrorKind.UNAVAILABLE);
        assertThat(SqlErrors.kind(new SQLTransientConnectionException())).isEqualTo(SqlErrorKind.UNAVAILABLE);
        assertThat(SqlErrors.kind(new SQLRecoverableException())).isEqualTo(SqlErrorKind.UNAVAILABLE);
        assertThat(SqlErrors.kind(new SQLTimeoutException())).isEqualTo(SqlErrorKind.STATEMENT_TIMEOUT);
        assertThat(SqlErrors.kind(new SQLException())).isEqualTo(SqlErrorKind.PERMANENT);
    }

    @Test
    void aPoolThatIsClosedMayBeAskedAgain() {
        StoreException failure = SqlErrors.noConnection("no connection", new SQLException("pool has been closed"));

        assertThat(failure.retryable()).isTrue();
        assertThat(SqlErrors.noConnection("no connection", new SQLException("", "28P01"))
                        .retryable())
                .as("a wrong password")
                .isFalse();
    }

    @Test
    void theExceptionOfAPortHasCodesAndStackButNoText() {
        SQLException canary = new SQLException("canary", "23505", 7, new IllegalStateException("canary"));

        StoreException failure = SqlErrors.toStoreException("a user was not added", canary);

        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(failure).hasMessage("a user was not added (SQLState 23505, error 7, SQLException)");
        assertThat(printed.toString())
                .contains("theExceptionOfAPortHasCodesAndStackButNoText")
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @EnumSource
    void concernsARowUnlessEveryOtherRowFailsAlike(SqlErrorKind kind) {
        assertThat(kind.concernsRow())
                .isEqualTo(!Set.of(UNAVAILABLE, MISSING_TABLE, MISSING_COLUMN, READ_ONLY, PERMISSION, LOST_STATEMENT)
                        .contains(kind));
    }
}
