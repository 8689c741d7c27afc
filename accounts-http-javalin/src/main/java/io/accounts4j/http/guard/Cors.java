package io.accounts4j.http.guard;

import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Response;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** What an answer to {@code request} says about who may read it. */
    public Map<String, String> headers(HttpServletRequest request) {
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
    public Response answer(HttpServletRequest request, Set<HandlerType> allowed) {
        boolean preflight = request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
        String methods = names(allowed);
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

    private static String names(Set<HandlerType> methods) {
        return methods.stream().map(HandlerType::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }
}
