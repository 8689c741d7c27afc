package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Takes out of the table what is known of somebody. A held job is only marked: whoever settles it finds the mark and keeps
 * nothing. {@code state} is assigned last, for MariaDB's assignments see what those before them wrote. Thread-safe.
 */
public final class JobErasure {

    private final String lock;
    private final String eraseHeld;
    private final String erase;

    /** In that schema of that kind of database. */
    public JobErasure(Dialect dialect, Schema schema) {
        String wipe =
                "update {jobs} set erased = true, args = null, args_enc = null, args_key_id = null, args_id = null, subject = null, tags = null,"
                        + " errors = " + dialect.json().replace("?", Json.NONE);
        String wasWaiting = "case when state in {waiting} then ";
        this.lock = schema.in("select id from {jobs} where subject = ? order by id for update", dialect);
        this.eraseHeld = schema.in(wipe + " where subject = ? and state = 'executing'", dialect);
        this.erase = schema.in(
                wipe + ", uniq_key = null, lease = lease + 1, finalized_at = "
                        + wasWaiting + dialect.now() + " else finalized_at end, state = " + wasWaiting
                        + "'cancelled' else state end where subject = ? and state <> 'executing'",
                dialect);
    }

    /** Erases every job about {@code subject} and says how many there were. */
    public int erase(Connection connection, String subject) throws SQLException {
        lock(connection, subject);
        int erased;
        try (PreparedStatement statement = connection.prepareStatement(eraseHeld)) {
            statement.setString(1, subject);
            erased = statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(erase)) {
            statement.setString(1, subject);
            return erased + statement.executeUpdate();
        }
    }

    /** In the order of ids, so that two erasures do not meet crosswise. */
    private void lock(Connection connection, String subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setString(1, subject);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    // Locked is all they need to be.
                }
            }
        }
    }
}
