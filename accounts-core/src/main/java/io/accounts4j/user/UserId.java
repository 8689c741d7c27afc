package io.accounts4j.user;

import io.accounts4j.kernel.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifies a user for ever and says nothing about them but when the account was made: a UUID of version 7 (RFC 9562),
 * so that new rows lie together in an index.
 */
public record UserId(UUID value) implements Comparable<UserId> {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** A fresh id for a user registered at {@code now}. */
    public static UserId next(Instant now) {
        return new UserId(Uuid7.next(now));
    }

    /** The id written in {@code raw}: 36 characters, lower case; empty for anything else. */
    public static Optional<UserId> parse(String raw) {
        return CANONICAL.matcher(raw).matches() ? Optional.of(new UserId(UUID.fromString(raw))) : Optional.empty();
    }

    /** Orders as the text does, which is the order every database gives. */
    @Override
    public int compareTo(UserId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
