package io.accounts4j.event;

import java.util.Optional;

/**
 * The origin of a request, as far as known.
 *
 * @param address the network address, as text of at most 45 characters
 * @param userAgent the {@code User-Agent} of the client, at most 255 characters
 */
public record Client(Optional<String> address, Optional<String> userAgent) {

    private static final int MAX_ADDRESS = 45;
    private static final int MAX_USER_AGENT = 255;

    /** Cuts both to their bounds and replaces control characters, so that a store and a log take them. */
    public Client {
        address = address.map(text -> printable(text, MAX_ADDRESS));
        userAgent = userAgent.map(text -> printable(text, MAX_USER_AGENT));
    }

    /** Nothing is known. */
    public static Client unknown() {
        return new Client(Optional.empty(), Optional.empty());
    }

    private static String printable(String text, int max) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .limit(max)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .takeWhile(c -> kept.length() + Character.charCount(c) <= max)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
