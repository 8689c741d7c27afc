package io.accounts4j.jobs.sql;

import io.accounts4j.kernel.StoreException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** What a failed statement means. Messages of drivers quote rows and statements, so only codes are passed on. */
public final class SqlFailures {

    /** Serialization failure and deadlock; the same in the standard, PostgreSQL and MariaDB. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");
    /** MariaDB: deadlock, lock wait timeout. H2: lock timeout, concurrent update, deadlock. */
    private static final Set<Integer> CONFLICT_CODES = Set.of(1213, 1205, 50200, 90131, 40001);
    /** Connection exceptions, resources, operator intervention, a lock not had in time. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53", "57", "HY");
    /** H2: closed or broken connections. */
    private static final Set<Integer> TRANSIENT_CODES = Set.of(90067, 90098, 90121);

    private SqlFailures() {}

    /** Whether the transaction was ended for the sake of another, at once and not after a wait. */
    public static boolean isRolledBack(SQLException e) {
        return CONFLICTS.contains(String.valueOf(e.getSQLState()));
    }

    /** Whether the same transaction is likely to succeed at once: another was in the way. */
    public static boolean isConflict(SQLException e) {
        return isRolledBack(e) || CONFLICT_CODES.contains(e.getErrorCode());
    }

    /** Whether there is such a row already: integrity constraint violation, in the standard and all three. */
    public static boolean isDuplicate(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("23");
    }

    /** For callers of a port; retryable for conflicts, lost connections and full pools. Its cause has the stack of {@code e}. */
    public static StoreException toStoreException(String what, SQLException e) {
        return new StoreException(what + " (" + codes(e) + ")", isConflict(e) || isTransient(e), withoutText(e));
    }

    private static SQLException withoutText(SQLException e) {
        SQLException stripped = new SQLException(codes(e), e.getSQLState(), e.getErrorCode());
        stripped.setStackTrace(e.getStackTrace());
        return stripped;
    }

    /** The class and codes of {@code e}, without its message. */
    public static String codes(SQLException e) {
        return e.getClass().getSimpleName() + ", SQLState " + e.getSQLState() + ", code " + e.getErrorCode();
    }

    private static boolean isTransient(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || TRANSIENT_CODES.contains(e.getErrorCode())
                || "55P03".equals(state)
                || (state.length() == 5 && TRANSIENT_CLASSES.contains(state.substring(0, 2)));
    }
}
