package io.accounts4j.smtp;

import java.time.Duration;

/**
 * How long each part of a delivery may take.
 *
 * @param connect until the connection stands
 * @param read until the server's next bytes
 * @param write until the server took what was written
 * @param delivery from the connection to the last reply, whatever the server does meanwhile
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
                    + limit + "; a server that takes longer is tried again by the job");
        }
    }
}
