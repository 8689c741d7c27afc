package io.accounts4j.http.javalin;

import io.accounts4j.http.Endpoint;
import io.accounts4j.http.servlet.ReceivedRequest;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Request;
import io.accounts4j.http.wire.Response;
import io.javalin.config.JavalinState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Puts endpoints onto a Javalin server, each with every method, because Javalin would answer neither HEAD nor another method
 * as we do.
 */
final class Mount {

    private static final String SENT = Mount.class.getName();

    private final RoutesConfig routes;
    private final BrokenPaths brokenPaths = new BrokenPaths();

    Mount(JavalinState state) {
        this.routes = state.routes;
        state.servletRequestLifecycle.add(brokenPaths);
    }

    void mount(Endpoint endpoint) {
        Consumer<Context> refusal =
                ctx -> send(ctx, endpoint.refuseBrokenPath(request(ctx)).toCompletableFuture());
        Handler handler = ctx -> send(ctx, endpoint.answer(request(ctx)).toCompletableFuture());
        HandlerType.values().stream()
                .filter(HandlerType::isHttpMethod)
                .forEach(method -> routes.addHttpHandler(method, endpoint.path(), handler));
        brokenPaths.refuse(handler, refusal);
        Handler last = ctx -> {
            if (!restore(ctx) && ctx.endpoints().matchedHttpEndpoint() == null) {
                handler.handle(ctx);
            }
        };
        routes.after(endpoint.path(), last);
        brokenPaths.refuse(last, refusal);
    }

    /** The request of {@code ctx}, whose body the host may have read through Javalin. */
    static Request request(Context ctx) {
        return new ReceivedRequest(ctx.req(), () -> {
            try {
                return ctx.bodyAsBytes();
            } catch (HttpResponseException e) {
                throw ProblemException.of(ProblemType.CONTENT_TOO_LARGE, "the body exceeds the limit of the server");
            }
        });
    }

    private static void send(Context ctx, CompletableFuture<Response> response) {
        if (response.isDone()) {
            write(ctx, response.join());
        } else {
            ctx.future(() -> response.thenAccept(whole -> write(ctx, whole)));
        }
    }

    private static void write(Context ctx, Response response) {
        apply(ctx, response);
        response.cookies().forEach(line -> ctx.res().addHeader("Set-Cookie", line));
        ctx.attribute(SENT, response);
    }

    /** Applies the response once more after handlers of the host for errors; {@code false} if there is none. */
    private static boolean restore(Context ctx) {
        Response sent = ctx.attribute(SENT);
        if (sent != null) {
            apply(ctx, sent);
        }
        return sent != null;
    }

    private static void apply(Context ctx, Response response) {
        ctx.status(response.status());
        ctx.res().setContentType(null);
        response.headers().forEach(ctx.res()::setHeader);
        ctx.result(response.body());
    }
}
