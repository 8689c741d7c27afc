package io.accounts4j.testdatabases;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server that is running somewhere, seen through a JDBC URL of an administrator with user and password in it. */
final class JdbcServer implements DatabaseServer {

    private static final Pattern URL = Pattern.compile("(jdbc:\\w+://[^/]+/)([^?]*)\\?(.*)");

    private final String administratorUrl;
    private final String prefix;
    private final String parameters;
    private final boolean outlivesUs;

    private JdbcServer(String administratorUrl, Matcher url, boolean outlivesUs) {
        this.administratorUrl = administratorUrl;
        this.outlivesUs = outlivesUs;
        this.prefix = url.group(1);
        this.parameters = url.group(3);
    }

    /** A server that was running before us: what was created on it is dropped at JVM end. */
    static JdbcServer at(String administratorUrl, String where) throws SQLException {
        return connect(administratorUrl, where, true);
    }

    /** A server that ends with this JVM, and its databases with it. */
    static JdbcServer ours(String administratorUrl, String where) throws SQLException {
        return connect(administratorUrl, where, false);
    }

    private static JdbcServer connect(String administratorUrl, String where, boolean outlivesUs) throws SQLException {
        Matcher url = URL.matcher(administratorUrl);
        if (!url.matches()) {
            throw new IllegalArgumentException("the server " + where
                    + " needs a URL such as jdbc:postgresql://localhost:5432/postgres?user=postgres&password=secret");
        }
        try (Connection connection = DriverManager.getConnection(administratorUrl)) {
            DatabaseMetaData server = connection.getMetaData();
            UsedDatabases.add(server.getDatabaseProductName() + " "
                    + server.getDatabaseProductVersion().replaceFirst("[ -].*", "") + " " + where);
        }
        return new JdbcServer(administratorUrl, url, outlivesUs);
    }

    @Override
    public HikariDataSource freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database: " + e.getMessage(), e);
        }
        if (outlivesUs) {
            AtExit.add(() -> execute("drop database " + name));
        }
        return Pools.open(prefix + name + otherParameters(), value("user"), value("password"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(administratorUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String parameter) {
        return Stream.of(parameters.split("&"))
                .filter(pair -> pair.startsWith(parameter + "="))
                .map(pair -> URLDecoder.decode(pair.substring(parameter.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private String otherParameters() {
        String others = Stream.of(parameters.split("&"))
                .filter(pair -> !pair.startsWith("user=") && !pair.startsWith("password="))
                .collect(Collectors.joining("&"));
        return others.isEmpty() ? "" : "?" + others;
    }
}
