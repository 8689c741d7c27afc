package io.accounts4j.user;

import java.security.SecureRandom;
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
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh id for something that begins at {@code now}: 48 bits of milliseconds, 74 bits of chance. */
    public static UserId next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UserId(new UUID(high, low));
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
