package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a database of the server.
 *
 * @param users addresses by id, without administrators
 * @param confirmations the user of each job with a confirmation mail
 */
record Ledger(Map<String, String> users, List<String> confirmations) {

    private static final Pattern USER = Pattern.compile("\"user\" ?: ?\"([0-9a-f-]{36})\"");

    /** Reads the database at {@code url} while no server uses it. */
    static Ledger of(String url) throws SQLException {
        Settings.Database database = new Settings.Database(DatabaseUrl.parse(url), 1, false);
        try (HikariDataSource pool = Database.open(database, "ledger", 1);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return new Ledger(users(statement), confirmations(statement));
        }
    }

    private static Map<String, String> users(Statement statement) throws SQLException {
        Map<String, String> users = new HashMap<>();
        try (ResultSet row = statement.executeQuery("select id, email from accounts_users where not is_admin")) {
            while (row.next()) {
                users.put(row.getString(1), row.getString(2));
            }
        }
        return users;
    }

    private static List<String> confirmations(Statement statement) throws SQLException {
        List<String> confirmations = new ArrayList<>();
        String jobs = "select cast(args as varchar(1000)) from accounts_jobs where kind = 'accounts.confirmation'";
        try (ResultSet row = statement.executeQuery(jobs)) {
            while (row.next()) {
                Matcher user = USER.matcher(row.getString(1));
                confirmations.add(user.find() ? user.group(1) : "nobody");
            }
        }
        return confirmations;
    }
}
