package io.accounts4j.http.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Our cookies, written line by line: HttpOnly, SameSite=Lax, for the whole site, and {@code __Host-} with Secure (RFC
 * 6265bis) unless insecure cookies were asked for. Values are tokens of ours, which need no quoting.
 */
public final class Cookies {

    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";

    private final boolean insecure;

    public Cookies(boolean insecure) {
        this.insecure = insecure;
    }

    /** The cookie that holds the session. */
    public String session() {
        return prefix() + "accounts_session";
    }

    /**
     * The cookie that holds a mailed confirmation token between its link and its form. Each purpose of a link has a cookie
     * of its own, so that opening a second link does not take the first away.
     */
    public String confirmation() {
        return prefix() + "accounts_confirm";
    }

    /** A line that keeps {@code value} until the browser closes. */
    public String set(String name, String value) {
        return name + "=" + value + ATTRIBUTES + (insecure ? "" : "; Secure");
    }

    /** A line that keeps {@code value} that long. */
    public String set(String name, String value, Duration age) {
        return set(name, value) + "; Max-Age=" + Math.max(0, age.toSeconds());
    }

    /** A line that removes the cookie; a browser obeys it only if it has the attributes the cookie was set with. */
    public String remove(String name) {
        return set(name, "", Duration.ZERO) + "; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    }

    /**
     * Returns the cookie {@code name}; empty also if there are several, because one may be planted. The header is split at every
     * {@code ;} (RFC 6265, 5.4), also within quotes: with a parser of quotes, an unbalanced quote in the cookie of another
     * application would swallow ours.
     */
    public Optional<String> value(Request request, String name) {
        List<String> values = request.headers("Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
                .map(pair -> pair[1].strip())
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private String prefix() {
        return insecure ? "" : "__Host-";
    }
}
