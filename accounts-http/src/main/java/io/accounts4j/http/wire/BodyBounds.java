package io.accounts4j.http.wire;

import java.time.Duration;

/**
 * The bounds of a request body.
 *
 * @param bytes the most bytes, 1 or more
 * @param timeout the time for all of it to arrive, 1 millisecond to 1 hour
 */
public record BodyBounds(int bytes, Duration timeout) {

    public static final BodyBounds DEFAULT = new BodyBounds(64 * 1024, Duration.ofSeconds(20));

    public BodyBounds {
        if (bytes < 1) {
            throw new IllegalArgumentException("bodyLimit must be >= 1 byte, got " + bytes);
        }
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("bodyTimeout must be >= 1 ms and <= 1 hour, got " + timeout);
        }
    }
}
