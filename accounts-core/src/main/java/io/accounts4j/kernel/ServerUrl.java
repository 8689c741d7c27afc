package io.accounts4j.kernel;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL with a host, as settings hold it: {@code scheme://user:password@host:port/path?query} (RFC 3986). Unlike {@link
 * java.net.URI} it takes a host name with an underscore, as containers have, and its refusals quote nothing. Immutable and
 * thread-safe.
 */
public final class ServerUrl {

    private static final Pattern SHAPE = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://"
            + "((?<user>[^@:/?#\\[\\]]*)(:(?<password>[^@/?#]*))?@)?"
            + "(?<host>[^@:/?#\\[\\]]+|\\[[^@/?#\\[\\]]+])(:(?<port>[0-9]+))?"
            + "(?<path>(/[^?#]*)?)(\\?(?<query>[^#]*))?(#(?<fragment>.*))?");
    private static final Pattern PERMITTED = Pattern.compile("[\\x21-\\x7e&&[^\"<>\\\\^`{|}]]*");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Map<String, OptionalInt> DEFAULT_PORTS =
            Map.of("https", OptionalInt.of(443), "http", OptionalInt.of(80));
    private static final int MAX_PORT = 65_535;

    private final String scheme;
    private final Optional<String> user;
    private final Optional<String> password;
    private final HostName host;
    private final OptionalInt port;
    private final String path;
    private final Optional<String> query;
    private final Optional<String> fragment;

    private ServerUrl(Matcher url) {
        this.scheme = url.group("scheme").toLowerCase(Locale.ROOT);
        this.user = part(url, "user").map(ServerUrl::decode);
        this.password = part(url, "password").map(ServerUrl::decode);
        this.host = HostName.parse(url.group("host"));
        this.port = port(url.group("port"));
        this.path = url.group("path");
        this.query = part(url, "query");
        this.fragment = part(url, "fragment");
    }

    /**
     * Reads {@code text}.
     *
     * @throws MalformedUrlException if {@code text} is no such URL
     */
    public static ServerUrl parse(String text) {
        if (!PERMITTED.matcher(text).matches()) {
            throw new MalformedUrlException("has a character that must be percent-encoded");
        }
        if (BROKEN_ESCAPE.matcher(text).find()) {
            throw new MalformedUrlException("has a percent sign that must be written %25");
        }
        Matcher url = SHAPE.matcher(text);
        if (!url.matches()) {
            throw new MalformedUrlException("names no host");
        }
        return new ServerUrl(url);
    }

    /**
     * Reads the address under which users reach a site, such as {@code https://app.example.org}: http or https, without
     * user, query and fragment.
     *
     * @throws IllegalArgumentException if {@code url} is no such address
     */
    public static ServerUrl ofSite(URI url) {
        try {
            ServerUrl site = parse(url.toString());
            if (DEFAULT_PORTS.containsKey(site.scheme) && !site.hasCredentials() && !site.hasQueryOrFragment()) {
                return site;
            }
        } catch (MalformedUrlException e) {
            // refused below
        }
        throw new IllegalArgumentException("the public URL must look like https://app.example.org, got "
                + (url.toString().contains("@") ? "one with a user name" : url));
    }

    private boolean hasCredentials() {
        return user.isPresent() || password.isPresent();
    }

    private boolean hasQueryOrFragment() {
        return query.isPresent() || fragment.isPresent();
    }

    /** The scheme in lower case. */
    public String scheme() {
        return scheme;
    }

    /** The user, percent-decoded; empty if there is none. A plus sign stands for itself. */
    public Optional<String> user() {
        return user;
    }

    /** The password, percent-decoded; empty if there is none. A plus sign stands for itself. */
    public Optional<String> password() {
        return password;
    }

    /** The host: a name as written, or an address, that of IPv6 without brackets. */
    public String host() {
        return host.text();
    }

    /** The port, 1 to 65535; empty if there is none. */
    public OptionalInt port() {
        return port;
    }

    /** The host as a URL holds it: an address of IPv6 in brackets. */
    public String bracketedHost() {
        return host.inUrl();
    }

    /** Scheme, host and port as browsers write them in {@code Origin} (RFC 6454): lower case, without the default port. */
    public String origin() {
        OptionalInt shown = port.equals(DEFAULT_PORTS.get(scheme)) ? OptionalInt.empty() : port;
        return scheme + "://" + bracketedHost().toLowerCase(Locale.ROOT) + suffix(shown);
    }

    /** The path as written: empty, or with a slash first. */
    public String path() {
        return path;
    }

    /** The query as written, without its question mark; empty if there is none. */
    public Optional<String> query() {
        return query;
    }

    /** The fragment as written, without its number sign; empty if there is none. */
    public Optional<String> fragment() {
        return fragment;
    }

    /** Scheme, host, port and path: the parts that hold no secret. */
    @Override
    public String toString() {
        return scheme + "://" + bracketedHost() + suffix(port) + path;
    }

    private static String suffix(OptionalInt port) {
        return port.isPresent() ? ":" + port.getAsInt() : "";
    }

    private static Optional<String> part(Matcher url, String name) {
        return Optional.ofNullable(url.group(name)).filter(part -> !part.isEmpty());
    }

    private static OptionalInt port(@Nullable String digits) {
        if (digits == null) {
            return OptionalInt.empty();
        }
        int port = digits.length() <= 5 ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw new MalformedUrlException("has a port that is not between 1 and " + MAX_PORT);
        }
        return OptionalInt.of(port);
    }

    /** {@link java.net.URLDecoder} would replace bytes that are no UTF-8. */
    private static String decode(String part) {
        ByteBuffer bytes = ByteBuffer.allocate(part.length());
        for (int i = 0; i < part.length(); i++) {
            boolean escape = part.charAt(i) == '%';
            bytes.put((byte) (escape ? Integer.parseInt(part, i + 1, i + 3, 16) : part.charAt(i)));
            i += escape ? 2 : 0;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedUrlException("has percent-encoded bytes that are not UTF-8");
        }
    }
}
