package io.accounts4j.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Refuses every request that asks to be taken for another method than it is. Javalin obeys such a header on any request,
 * past whatever was checked for the real method.
 */
final class MethodOverride {

    private static final List<String> HEADERS = List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    private MethodOverride() {}

    static void check(HttpServletRequest request) {
        if (HEADERS.stream().anyMatch(header -> request.getHeader(header) != null)) {
            throw Refusal.of(ProblemType.METHOD_OVERRIDE, "the method of a request cannot be overridden");
        }
    }
}
