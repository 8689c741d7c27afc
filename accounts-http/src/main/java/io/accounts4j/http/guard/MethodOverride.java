package io.accounts4j.http.guard;

import io.accounts4j.http.wire.Headers;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Request;
import java.util.List;

/**
 * Refuses every request that asks to be taken for another method than it is. Javalin obeys such a header on any request,
 * past whatever was checked for the real method.
 */
public final class MethodOverride {

    private static final List<String> HEADERS = List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    private MethodOverride() {}

    public static void check(Request request) {
        if (HEADERS.stream().anyMatch(header -> Headers.has(request, header))) {
            throw ProblemException.of(ProblemType.METHOD_OVERRIDE, "the method of a request cannot be overridden");
        }
    }
}
