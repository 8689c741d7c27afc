package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.TestDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An empty database as {@code DATABASE_URL} names it. */
final class Place {

    private Place() {}

    /** On H2 a file below {@code directory}. */
    static String fresh(TestDatabase database, Path directory) {
        if (database == TestDatabase.H2) {
            return "h2:file:" + directory.resolve("data/accounts");
        }
        HikariDataSource fresh = database.freshDatabase();
        URI jdbc = URI.create(fresh.getJdbcUrl().substring("jdbc:".length()));
        String scheme = database == TestDatabase.POSTGRES ? "postgres" : "mariadb";
        String login =
                encode(fresh.getUsername()) + (fresh.getPassword() == null ? "" : ":" + encode(fresh.getPassword()));
        return scheme + "://" + login + "@" + jdbc.getHost() + ":" + jdbc.getPort() + jdbc.getPath();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
