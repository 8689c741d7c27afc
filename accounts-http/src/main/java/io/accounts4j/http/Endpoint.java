package io.accounts4j.http;

import io.accounts4j.http.guard.Guard;
import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.Method;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.route.RouteKind;
import io.accounts4j.http.wire.Request;
import io.accounts4j.http.wire.Response;
import java.util.LinkedHashMap;
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
    private final Map<Route, Action> actions;

    /** The endpoint of {@code actions}, one or more, whose routes have the same path. */
    Endpoint(PathPattern pattern, Guard guard, Map<Route, Action> actions) {
        this.pattern = pattern;
        this.guard = guard;
        this.actions = actions;
        this.kind = actions.keySet().iterator().next().kind();
        actions.keySet().forEach(route -> {
            routes.put(route.method().name(), route);
            if (route.method() == Method.GET) {
                routes.put("HEAD", route);
            }
        });
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
        Action action = route == null ? null : actions.get(route);
        return route == null || action == null
                ? guard.refuseMethod(kind, new TreeSet<>(routes.keySet()), request)
                : guard.answer(route, action, request, parameters);
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
