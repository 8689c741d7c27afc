package io.accounts4j.jobs.node;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of handlers fit to be stored and logged: without text that looks like a token, a password hash or an
 * address, without characters that no database stores, and short.
 */
final class Redaction {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_READ = 4_000;
    private static final int MAX_CAUSES = 5;

    /** 32 bytes and more in URL-safe base64, hashes in modular crypt format, addresses. */
    private static final Pattern SECRET =
            Pattern.compile("[A-Za-z0-9_-]{43,}|\\$[a-z0-9-]{1,12}\\$[^\\s\"']+|[^\\s<>\"'@]+@[^\\s<>\"'@]+");

    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private Redaction() {}

    /** The redacted text. */
    static String of(String said) {
        return of(said, MAX_LENGTH);
    }

    private static String of(String said, int longest) {
        String safe = UNSTORABLE
                .matcher(SECRET.matcher(bounded(said)).replaceAll("[redacted]"))
                .replaceAll(" ");
        if (safe.length() <= longest) {
            return safe;
        }
        int end = Character.isHighSurrogate(safe.charAt(longest - 1)) ? longest - 1 : longest;
        return safe.substring(0, end);
    }

    /** The part that is searched, because the time grows with its square: whole words, or half a secret could be left. */
    private static String bounded(String said) {
        if (said.length() <= MAX_READ) {
            return said;
        }
        int end = MAX_READ;
        while (end > 0 && !Character.isWhitespace(said.charAt(end - 1))) {
            end--;
        }
        return said.substring(0, end) + "[redacted]";
    }

    /** The class of {@code thrown} and its message, redacted. */
    static String of(Throwable thrown) {
        return of(thrown, MAX_LENGTH);
    }

    /** The same, at most {@code longest} characters. */
    static String of(Throwable thrown, int longest) {
        return of(
                thrown.getMessage() == null
                        ? thrown.getClass().getName()
                        : thrown.getClass().getName() + ": " + thrown.getMessage(),
                longest);
    }

    /** An exception to log in place of {@code thrown}: the same stack traces under redacted messages. */
    static Throwable loggable(Throwable thrown) {
        return loggable(thrown, MAX_CAUSES);
    }

    private static Throwable loggable(Throwable thrown, int causes) {
        Throwable cause = thrown.getCause();
        return new Redacted(
                of(thrown), cause == null || causes == 0 ? null : loggable(cause, causes - 1), thrown.getStackTrace());
    }

    /** Has the class and the redacted message of another exception as its message. */
    private static final class Redacted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Redacted(String message, @Nullable Throwable cause, StackTraceElement[] trace) {
            super(message, cause);
            setStackTrace(trace);
        }
    }
}
