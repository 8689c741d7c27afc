package io.accounts4j.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A path with parameters, such as {@code /api/users/{id}}. Compared with paths as sent, percent-encoded. Immutable. */
final class PathPattern {

    private final String pattern;
    private final List<String> segments;

    PathPattern(String pattern) {
        this.pattern = pattern;
        this.segments = List.of(pattern.split("/", -1));
    }

    boolean hasParameters() {
        return pattern.contains("{");
    }

    /** Returns whether {@code path} is of this pattern; one slash at its end is ignored. */
    boolean matches(String path) {
        String[] parts = (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
        boolean same = parts.length == segments.size();
        for (int i = 0; same && i < parts.length; i++) {
            same = isParameter(segments.get(i)) ? !parts[i].isEmpty() : parts[i].equals(segments.get(i));
        }
        return same;
    }

    /**
     * The decoded parameters of {@code path}, which the server may have matched by laxer rules: in another case or with more
     * slashes. {@link IllegalArgumentException} for a parameter that is not percent-encoded.
     */
    Map<String, String> parameters(String path) {
        List<String> names = filled(segments);
        List<String> values = filled(List.of(path.split("/", -1)));
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            if (isParameter(names.get(i))) {
                String name = names.get(i).substring(1, names.get(i).length() - 1);
                parameters.put(name, decode(values.get(i)));
            }
        }
        return parameters;
    }

    @Override
    public String toString() {
        return pattern;
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> filled(List<String> segments) {
        List<String> filled = new ArrayList<>(segments);
        filled.removeIf(String::isEmpty);
        return filled;
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
