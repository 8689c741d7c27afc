package io.accounts4j.testdatabases;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a JDBC URL with user and password as parameters. Percent-encoding is decoded here, because drivers differ in
 * that.
 */
final class JdbcUrl {

    private static final Pattern URL = Pattern.compile("(jdbc:\\w+://[^/]+/)([^?]*)\\?(.*)");

    private final Matcher url;

    private JdbcUrl(Matcher url) {
        this.url = url;
    }

    static JdbcUrl parse(String text, String where) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new IllegalArgumentException("the server " + where
                    + " needs a URL such as jdbc:postgresql://localhost:5432/postgres?user=postgres&password=secret");
        }
        return new JdbcUrl(url);
    }

    /** Without credentials. */
    String location() {
        return of(url.group(2));
    }

    /** The URL of another database of the same server, without credentials. */
    String of(String database) {
        String others = parameters()
                .filter(pair -> !pair.startsWith("user=") && !pair.startsWith("password="))
                .collect(Collectors.joining("&"));
        return url.group(1) + database + (others.isEmpty() ? "" : "?" + others);
    }

    String user() {
        return value("user=");
    }

    String password() {
        return value("password=");
    }

    private String value(String parameter) {
        return parameters()
                .filter(pair -> pair.startsWith(parameter))
                .map(pair -> URLDecoder.decode(pair.substring(parameter.length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private Stream<String> parameters() {
        return Stream.of(url.group(3).split("&"));
    }
}
