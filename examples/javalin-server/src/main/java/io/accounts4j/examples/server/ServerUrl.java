package io.accounts4j.examples.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code scheme://user:pass@host:port/path?query}. User and password are percent-decoded, so that a password may hold any
 * character; a host name may hold an underscore, as the names of containers do and {@link java.net.URI} forbids.
 *
 * @param rest path and query, as written
 */
record ServerUrl(
        String scheme,
        String host,
        Optional<Integer> port,
        String rest,
        Optional<String> user,
        Optional<Secret> password) {

    private static final Pattern SHAPE = Pattern.compile("(?<scheme>[a-z0-9]+)://"
            + "((?<user>[^@:/?#\\[\\]]*)(:(?<password>[^@/?#]*))?@)?"
            + "(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:(?<port>[0-9]{1,5}))?"
            + "(?<rest>([/?][\\x21-\\x7e]*)?)");

    private static final int MAX_PORT = 65_535;

    /** The parts of {@code text}; {@link MalformedException} where it is no such URL. */
    static ServerUrl parse(String text) {
        Matcher url = SHAPE.matcher(text);
        if (!url.matches()) {
            throw new MalformedException("it is no URL with a host (percent-encode special characters of a password)");
        }
        return new ServerUrl(
                group(url, "scheme").orElseThrow(),
                group(url, "host").orElseThrow(),
                group(url, "port").map(ServerUrl::port),
                group(url, "rest").orElse(""),
                group(url, "user").map(ServerUrl::decode),
                group(url, "password").map(ServerUrl::decode).map(Secret::of));
    }

    private static Optional<String> group(Matcher url, String name) {
        return Optional.ofNullable(url.group(name)).filter(part -> !part.isEmpty());
    }

    private static int port(String digits) {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > MAX_PORT) {
            throw new MalformedException("a port is a number from 1 to " + MAX_PORT);
        }
        return port;
    }

    /** A plus sign stands for itself, as it does everywhere in a URL but in forms. */
    private static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a percent sign in user or password is written %25");
        }
    }
}
