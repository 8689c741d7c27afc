package io.accounts4j.http.guard;

import io.accounts4j.http.wire.Headers;
import io.accounts4j.http.wire.Request;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that links a response to its log lines and events: a well-formed {@code X-Request-Id} of the client, else a new id. */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    public static String of(Request request) {
        return Headers.first(request, HEADER)
                .filter(given -> SANE.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
