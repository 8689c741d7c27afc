package io.accounts4j.http;

import io.accounts4j.http.guard.Guard;
import io.accounts4j.http.route.Method;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.route.RouteKind;
import io.accounts4j.http.wire.Request;
import io.accounts4j.http.wire.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** A path of the façade with all its methods. Each GET answers HEAD behind the same guard. Thread-safe. */
@SuppressWarnings("exports") // for our mounts, which see the package of Request and Response
public final class Endpoint {

    private final PathPattern pattern;
    private final Guard guard;
    private final RouteKind kind;
    private final Map<String, Route> routes = new LinkedHashMap<>();

    /** The endpoint of {@code routes}, one or more, which have the same path. */
    Endpoint(PathPattern pattern, Guard guard, List<Route> routes) {
        this.pattern = pattern;
        this.guard = guard;
        this.kind = routes.get(0).kind();
        for (Route route : routes) {
            this.routes.put(route.method().name(), route);
            if (route.method() == Method.GET) {
                this.routes.put("HEAD", route);
            }
        }
    }

    /** The path with parameters as {@code {name}}. */
    public String path() {
        return pattern.toString();
    }

    /** The response to a request for this path; 405 for a method it does not have. */
    public CompletionStage<Response> answer(Request request) {
        Map<String, String> parameters;
        try {
            parameters = pattern.parameters(AccountsHttp.pathWithin(request));
        } catch (IllegalArgumentException e) {
            return refuseBrokenPath(request);
        }
        Route route = routes.get(request.method());
        return route == null
                ? guard.refuseMethod(kind, new TreeSet<>(routes.keySet()), request)
                : guard.answer(route, request, parameters);
    }

    /** The response to a request whose path cannot be decoded. */
    public CompletionStage<Response> refuseBrokenPath(Request request) {
        return guard.refuseBrokenPath(kind, request);
    }

    boolean matches(String path) {
        return pattern.matches(path);
    }

    boolean hasParameters() {
        return pattern.hasParameters();
    }
}
