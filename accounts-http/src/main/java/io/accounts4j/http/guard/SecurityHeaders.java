package io.accounts4j.http.guard;

import io.accounts4j.http.route.RouteKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers every answer of ours carries, refusals included. */
final class SecurityHeaders {

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static Map<String, String> of(RequestContext context) {
        boolean page = context.kind() == RouteKind.PAGE;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", page ? PAGE_POLICY : API_POLICY);
        headers.put("Referrer-Policy", page ? "no-referrer" : "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (page) {
            headers.put("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (context.client().secure()) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        headers.put(RequestIds.HEADER, context.id());
        return headers;
    }
}
