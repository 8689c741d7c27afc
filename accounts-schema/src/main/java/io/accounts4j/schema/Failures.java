package io.accounts4j.schema;

import io.accounts4j.jdbc.SqlErrorKind;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.kernel.StoreException;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns exceptions of drivers and Flyway into {@link StoreException}. Passwords in quoted URLs are redacted. */
final class Failures {

    private static final Pattern SECRET =
            Pattern.compile("(?i)((?:password|pwd)\\s*[=:]\\s*)[^;&,\\s)]+|(//[^/\\s:@]+:)[^/\\s]+@");

    /** The codes of "schema exists already": two of PostgreSQL, one of H2, one of MariaDB. */
    private static final Set<String> EXISTS = Set.of("23505", "42P06", "90078", "HY000-1007");

    private Failures() {}

    static RuntimeException of(String what, Exception e) {
        if (e instanceof IllegalArgumentException
                || e instanceof IllegalStateException
                || e instanceof StoreException) {
            return (RuntimeException) e;
        }
        String message = what + ": " + reason(e) + remedy(e);
        return causes(e).anyMatch(cause -> quotesSecret(cause.getMessage()))
                ? new StoreException(redact(message), isRetryable(e), null)
                : new StoreException(message, isRetryable(e), e);
    }

    /** Returns the message of the database, else of the exception. */
    private static String reason(Exception e) {
        Throwable first = causes(e)
                .filter(SQLException.class::isInstance)
                .reduce((a, b) -> b)
                .orElse(e);
        String message = first.getMessage();
        return message == null ? first.getClass().getSimpleName() : message.strip();
    }

    /** Returns the remedy for a lost prepared statement, which any first statement can meet; other remedies concern running nodes. */
    private static String remedy(Exception e) {
        return causes(e)
                        .anyMatch(cause ->
                                cause instanceof SQLException sql && SqlErrors.kind(sql) == SqlErrorKind.LOST_STATEMENT)
                ? SqlErrorKind.LOST_STATEMENT.remedy()
                : "";
    }

    private static boolean isRetryable(Exception e) {
        return causes(e).anyMatch(cause -> cause instanceof SQLException sql && SqlErrors.isRetryable(sql));
    }

    private static boolean quotesSecret(@Nullable String message) {
        return message != null && !redact(message).equals(message);
    }

    private static String redact(String message) {
        return SECRET.matcher(message)
                .replaceAll(found -> (found.group(1) == null ? found.group(2) : found.group(1)) + "***");
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }

    /** Returns whether another node may have won a race, so that a second try succeeds. */
    static boolean isRace(RuntimeException e) {
        return causes(e)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((a, b) -> b)
                .map(sql -> EXISTS.contains(sql.getSQLState())
                        || EXISTS.contains(sql.getSQLState() + "-" + sql.getErrorCode()))
                .orElse(true);
    }
}
