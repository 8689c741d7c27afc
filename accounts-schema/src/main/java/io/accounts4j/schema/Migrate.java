package io.accounts4j.schema;

import io.accounts4j.jdbc.Database;
import io.accounts4j.kernel.AccountsException;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The command that applies the schema, for hosts whose own process may not change tables. Requires the jars of the driver and of
 * Flyway on the class path.
 *
 * <p>A user, password, URL or schema that the JVM could not decode is refused, because the JVM has replaced its characters.
 *
 * <p>Exit codes: 0 all files are applied, 1 a file failed, 2 wrong arguments, 3 with {@code --pending} if a file is pending.
 */
public final class Migrate {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int PENDING = 3;

    /** The character in place of bytes that the JVM could not decode in the locale of the process. */
    private static final String UNDECODED = "\uFFFD";

    private static final String USAGE = """
            usage: io.accounts4j.schema.Migrate [--pending] JDBC-URL [SCHEMA]   apply what is pending, or only list it
                   io.accounts4j.schema.Migrate --sql postgresql|h2|mariadb     print all statements
            DATABASE_USER and DATABASE_PASSWORD are read from the environment.""";

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Migrate(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Runs the command; see the class. */
    public static void main(String... arguments) {
        System.exit(new Migrate(System.getenv(), System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (AccountsException | IllegalStateException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private int dispatch(List<String> arguments) {
        Optional<String> first = arguments.stream().findFirst();
        if (first.equals(Optional.of("--sql")) && arguments.size() == 2) {
            return print(arguments.get(1));
        }
        boolean onlyList = first.equals(Optional.of("--pending"));
        List<String> target = onlyList ? arguments.subList(1, arguments.size()) : arguments;
        if (target.isEmpty() || target.size() > 2 || !target.get(0).startsWith("jdbc:")) {
            err.println(USAGE);
            return MISUSED;
        }
        return onlyList ? list(schema(target)) : apply(schema(target));
    }

    private int print(String database) {
        AccountsSchema.files(Database.named(database))
                .forEach(file -> out.println("-- " + file.fileName() + "\n" + file.sql()));
        return DONE;
    }

    private int list(AccountsSchema schema) {
        List<Migration> pending = schema.pending();
        pending.forEach(out::println);
        return pending.isEmpty() ? DONE : PENDING;
    }

    private int apply(AccountsSchema schema) {
        List<Migration> applied = schema.migrate();
        applied.forEach(file -> out.println("applied " + file));
        out.println("the schema is up to date");
        return DONE;
    }

    private AccountsSchema schema(List<String> target) {
        String url = decoded("JDBC-URL", target.get(0));
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new IllegalArgumentException("no driver on the class path takes this URL", e);
        }
        AccountsSchema schema = AccountsSchema.in(new DriverDataSource(url, credentials()));
        return target.size() == 1 ? schema : schema.inSchema(decoded("SCHEMA", target.get(1)));
    }

    private Properties credentials() {
        Properties credentials = new Properties();
        variable("DATABASE_USER").ifPresent(user -> credentials.put("user", user));
        variable("DATABASE_PASSWORD").ifPresent(password -> credentials.put("password", password));
        return credentials;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(value -> decoded(name, value));
    }

    /** Refuses {@code value} without repeating it, because it may be a secret. */
    private static String decoded(String name, String value) {
        if (value.contains(UNDECODED)) {
            throw new IllegalArgumentException(
                    name
                            + " must be text in the character set of the locale, got bytes that it cannot decode; set LC_ALL=C.UTF-8");
        }
        return value;
    }
}
