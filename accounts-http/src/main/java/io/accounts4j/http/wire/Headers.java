package io.accounts4j.http.wire;

import java.util.Optional;

/** Headers that occur once. */
public final class Headers {

    private Headers() {}

    /** The first line of the header. */
    public static Optional<String> first(Request request, String name) {
        return request.headers(name).stream().findFirst();
    }

    /** Returns whether the request has the header. */
    public static boolean has(Request request, String name) {
        return !request.headers(name).isEmpty();
    }
}
