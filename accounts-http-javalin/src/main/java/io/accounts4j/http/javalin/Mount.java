package io.accounts4j.http.javalin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.accounts4j.http.guard.Guard;
import io.accounts4j.http.guard.Responder;
import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.route.RouteKind;
import io.javalin.config.JavalinState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Puts operations onto a server. Every GET answers HEAD behind the same guard, and a known path answers every other method
 * with 405, because Javalin would do neither.
 */
final class Mount {

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS,
            HandlerType.QUERY,
            HandlerType.TRACE,
            HandlerType.CONNECT);

    private final RoutesConfig routes;
    private final BrokenPaths brokenPaths = new BrokenPaths();
    private final Guard guard;
    private final String basePath;

    Mount(JavalinState state, Guard guard, String basePath) {
        this.routes = state.routes;
        state.servletRequestLifecycle.add(brokenPaths);
        this.guard = guard;
        this.basePath = basePath;
    }

    void mount(Map<Route, Action> actions) {
        Map<String, List<Route>> byPath = actions.keySet().stream()
                .collect(groupingBy(operation -> operation.path(basePath), LinkedHashMap::new, toList()));
        byPath.forEach((path, operations) -> mount(path, operations, actions));
    }

    private void mount(String path, List<Route> operations, Map<Route, Action> actions) {
        Map<HandlerType, Handler> handlers = new LinkedHashMap<>();
        for (Route operation : operations) {
            Handler handler = guard.decorate(operation, Objects.requireNonNull(actions.get(operation)));
            handlers.put(operation.method(), handler);
            if (operation.method().equals(HandlerType.GET)) {
                handlers.put(HandlerType.HEAD, handler);
            }
        }
        Set<HandlerType> allowed = new LinkedHashSet<>(handlers.keySet());
        RouteKind surface = operations.get(0).surface();
        Handler refuse = guard.refuse(surface, allowed);
        for (HandlerType method : METHODS) {
            Handler handler = handlers.getOrDefault(method, refuse);
            routes.addHttpHandler(method, path, handler);
            brokenPaths.refuse(handler, guard.refuseBrokenPath(surface));
        }
        Handler last = ctx -> {
            if (!Responder.restore(ctx) && ctx.endpoints().matchedHttpEndpoint() == null) {
                refuse.handle(ctx);
            }
        };
        routes.after(path, last);
        brokenPaths.refuse(last, guard.refuseBrokenPath(surface));
    }
}
