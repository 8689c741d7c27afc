package io.accounts4j.http.guard;

import io.accounts4j.http.wire.Headers;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Request;
import io.accounts4j.http.wire.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets pages of allowed origins use the API with bearer tokens (WHATWG Fetch, CORS protocol). Credentials are never
 * allowed, so cookies stay at home. Thread-safe.
 */
public final class Cors {

    private static final String READABLE = "ETag, Link, Location, Retry-After, WWW-Authenticate, X-Request-Id";

    private final CrossSite crossSite;

    public Cors(CrossSite crossSite) {
        this.crossSite = crossSite;
    }

    /** Returns the CORS headers of a response to {@code request}. */
    public Map<String, String> headers(Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (crossSite.allowsOrigins()) {
            headers.put("Vary", "Origin");
        }
        crossSite.allowed(request).ifPresent(origin -> {
            headers.put("Access-Control-Allow-Origin", origin);
            headers.put("Access-Control-Expose-Headers", READABLE);
        });
        return headers;
    }

    /** The answer to a method that does nothing here: what may be asked, or 405. */
    public Response answer(Request request, Set<String> allowed) {
        boolean preflight = request.method().equals("OPTIONS")
                && Headers.has(request, "Origin")
                && Headers.has(request, "Access-Control-Request-Method");
        String methods = String.join(", ", new TreeSet<>(allowed));
        if (!preflight || !crossSite.allowsOrigins()) {
            throw ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "allowed here: " + methods)
                    .with("Allow", methods);
        }
        Optional<String> origin = crossSite.allowed(request);
        if (origin.isEmpty()) {
            throw ProblemException.of(ProblemType.CROSS_SITE, "this origin is not allowed");
        }
        return Response.empty(204)
                .with("Access-Control-Allow-Methods", methods)
                .with("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match, X-Request-Id")
                .with("Access-Control-Max-Age", "600");
    }
}
