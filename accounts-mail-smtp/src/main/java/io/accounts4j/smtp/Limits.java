package io.accounts4j.smtp;

import java.time.Duration;

/**
 * The longest time for each part of a delivery. Each is from 1 ms to 10 minutes.
 *
 * @param connect for opening the connection
 * @param read for the next bytes from the server
 * @param write for one write to the server
 * @param delivery from the connection to the last reply, also while the server sends and reads slowly
 */
record Limits(Duration connect, Duration read, Duration write, Duration delivery) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(1));

    Limits {
        check(connect);
        check(read);
        check(write);
        check(delivery);
    }

    static int millis(Duration limit) {
        return Math.toIntExact(limit.toMillis());
    }

    private static void check(Duration limit) {
        if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time limit must be >= " + SHORTEST + " and <= " + LONGEST + ", got "
                    + limit + "; after a timeout the mail job tries again");
        }
    }
}
