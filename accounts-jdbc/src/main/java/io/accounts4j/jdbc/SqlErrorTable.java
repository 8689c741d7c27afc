package io.accounts4j.jdbc;

import static io.accounts4j.jdbc.SqlErrorKind.*;
import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The known codes. PostgreSQL has no vendor codes, those of MariaDB have four digits and those of H2 five, so one map holds
 * them all. Sources: PostgreSQL manual, appendix A; MariaDB Knowledge Base, "MariaDB Error Codes"; H2's
 * {@code org.h2.api.ErrorCode}.
 */
final class SqlErrorTable {

    /** The most exact word, looked up first: MariaDB reports SQLState HY000 or 42000 for very different errors. */
    private static final Map<Integer, SqlErrorKind> VENDOR_CODES = Map.ofEntries(
            // MariaDB: changed since last read, deadlock; H2: deadlock, concurrent update.
            entry(1020, CONFLICT),
            entry(1213, CONFLICT),
            entry(40001, CONFLICT),
            entry(90131, CONFLICT),
            // MariaDB and H2: lock wait timeout.
            entry(1205, LOCK_TIMEOUT),
            entry(50200, LOCK_TIMEOUT),
            // MariaDB: interrupted, max_statement_time; H2: cancelled or timed out.
            entry(1317, STATEMENT_TIMEOUT),
            entry(1969, STATEMENT_TIMEOUT),
            entry(57014, STATEMENT_TIMEOUT),
            // MariaDB: disk full, out of memory, too many connections of all and of this user, killed, idle for too
            // long.
            entry(1021, UNAVAILABLE),
            entry(1037, UNAVAILABLE),
            entry(1038, UNAVAILABLE),
            entry(1041, UNAVAILABLE),
            entry(1040, UNAVAILABLE),
            entry(1203, UNAVAILABLE),
            entry(1226, UNAVAILABLE),
            entry(1927, UNAVAILABLE),
            entry(4031, UNAVAILABLE),
            // H2: connection broken, database closed, closed at the end of the JVM, locked by another process.
            entry(90067, UNAVAILABLE),
            entry(90098, UNAVAILABLE),
            entry(90121, UNAVAILABLE),
            entry(90020, UNAVAILABLE),
            // MariaDB: unique key taken, two forms; foreign keys, four forms; null or no default, check.
            entry(1062, DUPLICATE),
            entry(1586, DUPLICATE),
            entry(1216, REFERENCED),
            entry(1217, REFERENCED),
            entry(1451, REFERENCED),
            entry(1452, REFERENCED),
            entry(1048, CONSTRAINT),
            entry(4025, CONSTRAINT),
            // MariaDB: database, table; H2: table, table with candidates, table in an empty database, schema.
            entry(1049, MISSING_TABLE),
            entry(1146, MISSING_TABLE),
            entry(42102, MISSING_TABLE),
            entry(42103, MISSING_TABLE),
            entry(42104, MISSING_TABLE),
            entry(90079, MISSING_TABLE),
            // MariaDB: server started read-only, read-only transaction, read-only mode; H2: read-only database.
            entry(1290, READ_ONLY),
            entry(1792, READ_ONLY),
            entry(1836, READ_ONLY),
            entry(90097, READ_ONLY),
            // MariaDB: database, login, table, column, privilege; H2: an administrator's rights, rights.
            entry(1044, PERMISSION),
            entry(1045, PERMISSION),
            entry(1142, PERMISSION),
            entry(1143, PERMISSION),
            entry(1227, PERMISSION),
            entry(90040, PERMISSION),
            entry(90096, PERMISSION),
            // MariaDB: max_allowed_packet, too many placeholders.
            entry(1153, TOO_LARGE),
            entry(1390, TOO_LARGE));

    private static final Map<String, SqlErrorKind> STATES = Map.ofEntries(
            entry("40001", CONFLICT),
            entry("40P01", CONFLICT),
            entry("55P03", LOCK_TIMEOUT),
            entry("HYT00", LOCK_TIMEOUT),
            entry("57014", STATEMENT_TIMEOUT),
            // idle_in_transaction_session_timeout, transaction_timeout: the connection is gone.
            entry("25P03", UNAVAILABLE),
            entry("25P04", UNAVAILABLE),
            entry("90067", UNAVAILABLE),
            entry("90098", UNAVAILABLE),
            entry("90121", UNAVAILABLE),
            entry("57P01", UNAVAILABLE),
            entry("57P02", UNAVAILABLE),
            entry("57P03", UNAVAILABLE),
            entry("57P05", UNAVAILABLE),
            entry("23505", DUPLICATE),
            entry("23001", REFERENCED),
            entry("23503", REFERENCED),
            entry("42P01", MISSING_TABLE),
            entry("42S02", MISSING_TABLE),
            entry("42S03", MISSING_TABLE),
            entry("42S04", MISSING_TABLE),
            entry("3D000", MISSING_TABLE),
            entry("3F000", MISSING_TABLE),
            entry("42703", MISSING_COLUMN),
            entry("42S22", MISSING_COLUMN),
            entry("26000", LOST_STATEMENT),
            entry("42P05", LOST_STATEMENT),
            entry("25006", READ_ONLY),
            entry("42501", PERMISSION),
            // MariaDB's driver, before a packet is sent.
            entry("HZ000", TOO_LARGE));

    /** The first two characters of an SQLState: connection, resources, constraint, authorization, program limit. */
    private static final Map<String, SqlErrorKind> CLASSES = Map.of(
            "08", UNAVAILABLE,
            "53", UNAVAILABLE,
            "23", CONSTRAINT,
            "28", PERMISSION,
            "54", TOO_LARGE);

    private SqlErrorTable() {}

    /** Returns null for codes that are not in the table. */
    static @Nullable SqlErrorKind find(@Nullable String state, int code) {
        SqlErrorKind kind = VENDOR_CODES.get(code);
        if (kind == null && state != null) {
            kind = STATES.get(state);
        }
        if (kind == null && state != null && state.length() == 5) {
            kind = CLASSES.get(state.substring(0, 2));
        }
        return kind;
    }
}
