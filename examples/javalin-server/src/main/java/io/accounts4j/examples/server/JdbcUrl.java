package io.accounts4j.examples.server;

/**
 * The JDBC URLs the drivers want. A server that does not answer is given up after seconds: the drivers would wait for
 * ever.
 */
final class JdbcUrl {

    private static final int CONNECT_SECONDS = 2;

    /** Above every statement of ours, below the time after which a request is given up. */
    private static final int ANSWER_SECONDS = 8;

    private JdbcUrl() {}

    /** For requests and jobs. */
    static String of(Settings.Database database) {
        return of(database, ANSWER_SECONDS);
    }

    /** For building tables, where a statement may take as long as it likes. */
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

    /** Certificate authorities are the JVM's, as they are for MariaDB; the driver's own default is a file of the user. */
    private static final String VERIFY_POSTGRESQL =
            "&sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    /** Every commit reaches the file before it is acknowledged; the file is closed by us, not by a hook of H2's own; no trace beside it. */
    private static String h2(DatabaseUrl url) {
        return "jdbc:h2:file:" + url.location() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }
}
