package io.accounts4j.http.javalin;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.JavalinServletContext;
import io.javalin.http.servlet.SubmitOrder;
import io.javalin.http.servlet.Task;
import io.javalin.http.servlet.TaskInitializer;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kotlin.Unit;
import kotlin.jvm.functions.Function2;

/**
 * Refuses paths of ours whose parameters cannot be decoded, such as {@code /users/;%}, which Jetty lets pass. Javalin
 * decodes parameters before it calls a handler, and again for every {@code before} and {@code after}; each time its
 * exception would be a 500. Paths that a route of the host answers are left alone.
 */
final class BrokenPaths implements TaskInitializer<JavalinServletContext> {

    private final IdentityHashMap<Handler, Consumer<Context>> refusals = new IdentityHashMap<>();

    /** Lets {@code refusal} answer broken paths that lead to {@code handler}. */
    void refuse(Handler handler, Consumer<Context> refusal) {
        refusals.put(handler, refusal);
    }

    @Override
    public void createTasks(
            Function2<? super SubmitOrder, ? super Task, Unit> submit,
            JavalinServlet servlet,
            JavalinServletContext ctx,
            String path) {
        if (path.indexOf('%') < 0) {
            return;
        }
        for (ParsedEndpoint endpoint : matching(servlet.getRouter(), ctx.method(), path)) {
            Consumer<Context> refusal = refusals.get(endpoint.endpoint.handler);
            if (refusal != null && !isDecodable(endpoint, path)) {
                ctx.skipRemainingHandlers();
                refusal.accept(ctx);
                return;
            }
        }
    }

    /** The endpoint that would answer; where none knows the method, those that would run after it. */
    private static List<ParsedEndpoint> matching(InternalRouter router, HandlerType method, String path) {
        ParsedEndpoint endpoint = router.findFirstHttpHandlerEntry(method, path);
        return endpoint == null ? router.findHttpHandlerEntries(HandlerType.AFTER, path) : List.of(endpoint);
    }

    private static boolean isDecodable(ParsedEndpoint endpoint, String path) {
        try {
            Map<String, String> unused = endpoint.extractPathParams(path);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
