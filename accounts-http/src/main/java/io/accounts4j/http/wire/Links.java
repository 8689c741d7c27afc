package io.accounts4j.http.wire;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code Link} header of a list (RFC 8288): the same list elsewhere, as absolute paths. Not thread-safe. */
public final class Links {

    private final String path;
    private final Map<String, String> parameters;
    private final List<String> links = new ArrayList<>();

    /**
     * Links to {@code path}.
     *
     * @param parameters the parameters of all links
     */
    public Links(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    @CanIgnoreReturnValue
    public Links add(String relation, String parameter, Object value) {
        StringBuilder target = new StringBuilder(path).append('?').append(encode(parameter, value));
        parameters.forEach((name, other) -> target.append('&').append(encode(name, other)));
        links.add("<" + target + ">; rel=\"" + relation + "\"");
        return this;
    }

    public Map<String, String> header() {
        return links.isEmpty() ? Map.of() : Map.of("Link", String.join(", ", links));
    }

    private static String encode(String name, Object value) {
        return name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
