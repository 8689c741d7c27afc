package io.accounts4j.examples.server;

/**
 * The JDBC URLs of the drivers, with timeouts of seconds: without them a driver waits forever for a server that does not
 * respond.
 */
final class JdbcUrl {

    private static final int CONNECT_SECONDS = 2;

    /** Longer than every statement of ours, shorter than the time limit of a request. */
    private static final int ANSWER_SECONDS = 8;

    private JdbcUrl() {}

    /** The URL for requests and jobs. */
    static String of(Settings.Database database) {
        return of(database, ANSWER_SECONDS);
    }

    /** The URL for migrations, whose statements may take any time. */
    static String forSchema(Settings.Database database) {
        return of(database, 0);
    }

    private static String of(Settings.Database database, int answerSeconds) {
        DatabaseUrl url = database.url();
        return switch (url.kind()) {
            case H2 -> h2(url);
            case POSTGRESQL ->
                "jdbc:postgresql://" + url.location() + "?ApplicationName=accounts&tcpKeepAlive=true"
                        + "&connectTimeout=" + CONNECT_SECONDS + "&socketTimeout=" + answerSeconds
                        + (database.verifyTls() ? VERIFY_POSTGRESQL : "&sslmode=disable");
            case MARIADB ->
                "jdbc:mariadb://" + url.location() + "?tcpKeepAlive=true"
                        + "&connectTimeout=" + CONNECT_SECONDS * 1000 + "&socketTimeout=" + answerSeconds * 1000
                        + "&sslMode=" + (database.verifyTls() ? "verify-full" : "disable");
        };
    }

    /** Trusts the certificate authorities of the JVM, as MariaDB's driver does; PostgreSQL's default is a file of the user. */
    private static final String VERIFY_POSTGRESQL =
            "&sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    /** Every commit reaches the file before its acknowledgement; the pool closes the file instead of a hook of H2; no trace file. */
    private static String h2(DatabaseUrl url) {
        return "jdbc:h2:file:" + url.location() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }
}
