package io.accounts4j.http.guard;

import io.accounts4j.Accounts;
import io.accounts4j.event.Caller;
import io.accounts4j.event.Client;
import io.accounts4j.http.route.Access;
import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Principal;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.route.RouteKind;
import io.accounts4j.http.wire.Parameters;
import io.accounts4j.kernel.AccountsException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Stands before every operation, in one order: real method, trusted address, session or bearer, cross-site check, rights,
 * and only then the handler, which reads the body; errors become answers and headers are added last. Thread-safe.
 */
public final class Guard {

    private final Accounts accounts;
    private final Checks parts;
    private final Responder replies;

    public Guard(Accounts accounts, Checks parts, Responder replies) {
        this.accounts = accounts;
        this.parts = parts;
        this.replies = replies;
    }

    /** {@code action} behind the guard. */
    public Handler decorate(Route operation, Action action) {
        String route = operation.method() + " " + operation.path("");
        return ctx -> {
            RequestContext exchange = exchange(ctx, operation.surface(), route);
            replies.send(ctx, exchange, () -> {
                MethodOverride.check(ctx.req());
                return action.handle(admit(operation, ctx, exchange));
            });
        };
    }

    /** The answer where a path is known, but not with this method. */
    public Handler refuse(RouteKind surface, Set<HandlerType> allowed) {
        return ctx -> {
            RequestContext exchange = exchange(ctx, surface, "another method");
            replies.send(ctx, exchange, () -> {
                MethodOverride.check(ctx.req());
                return parts.cors().answer(ctx.req(), allowed);
            });
        };
    }

    /** The answer where a path cannot be decoded. */
    public Consumer<Context> refuseBrokenPath(RouteKind surface) {
        return ctx -> replies.send(ctx, exchange(ctx, surface, "a broken path"), () -> {
            throw Parameters.malformed("the path is not percent-encoded");
        });
    }

    private AdmittedRequest admit(Route operation, Context ctx, RequestContext exchange) {
        HttpServletRequest request = ctx.req();
        Optional<Principal> visitor = visitor(operation.access(), request);
        if (operation.access().needsUser() && visitor.isEmpty()) {
            throw Identity.unauthenticated(request);
        }
        parts.crossSite().check(request, parts.identity().hasCookie(request));
        visitor.ifPresent(found -> operation.access().check(found.user(), AdmittedRequest.named(ctx)));
        boolean bearer = Identity.hasBearer(request);
        return new AdmittedRequest(
                ctx, accounts.as(caller(operation, exchange, request, visitor)), visitor, bearer, parts.bodies());
    }

    private Optional<Principal> visitor(Access access, HttpServletRequest request) {
        try {
            return access == Access.PUBLIC ? Optional.empty() : parts.identity().of(request);
        } catch (AccountsException e) {
            if (access == Access.RECOGNISED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private RequestContext exchange(Context ctx, RouteKind surface, String route) {
        return new RequestContext(RequestIds.of(ctx.req()), parts.addresses().of(ctx.req()), surface, route);
    }

    /** With the grant that let the visitor in, so that it is asked again after a slow body. */
    private static Caller caller(
            Route operation, RequestContext exchange, HttpServletRequest request, Optional<Principal> visitor) {
        Client client = new Client(
                Optional.of(exchange.peer().address()), Optional.ofNullable(request.getHeader("User-Agent")));
        Caller stranger = new Caller(Optional.empty(), client, Optional.of(exchange.id()));
        return visitor.map(found -> operation
                        .access()
                        .right()
                        .map(right ->
                                stranger.by(found.user().id(), found.signedIn().grant(right)))
                        .orElseGet(() -> stranger.by(found.user().id())))
                .orElse(stranger);
    }
}
