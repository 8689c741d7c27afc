package io.accounts4j.http.guard;

import io.accounts4j.Accounts;
import io.accounts4j.event.Caller;
import io.accounts4j.event.Client;
import io.accounts4j.http.route.Access;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Principal;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.route.RouteKind;
import io.accounts4j.http.wire.Headers;
import io.accounts4j.http.wire.Parameters;
import io.accounts4j.http.wire.Request;
import io.accounts4j.http.wire.Response;
import io.accounts4j.kernel.AccountsException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Checks each request before its route, in one order: real method, trusted address, session or bearer, cross-site check,
 * rights, and only then the action, which reads the body; errors become responses and headers are added last. Thread-safe.
 */
public final class Guard {

    private final Accounts accounts;
    private final Checks checks;
    private final Responder responder;

    public Guard(Accounts accounts, Checks checks, Responder responder) {
        this.accounts = accounts;
        this.checks = checks;
        this.responder = responder;
    }

    /** The response of {@code route} to a request whose path has these parameters. */
    public CompletionStage<Response> answer(Route route, Request request, Map<String, String> path) {
        RequestContext context = context(request, route.kind(), route.method() + " " + route.path(""));
        return responder.respond(request, context, () -> {
            MethodOverride.check(request);
            return route.action().handle(admit(route, request, path, context));
        });
    }

    /** The response to a method that the path does not allow. */
    public CompletionStage<Response> refuseMethod(RouteKind kind, Set<String> allowed, Request request) {
        return responder.respond(request, context(request, kind, "another method"), () -> {
            MethodOverride.check(request);
            return CompletableFuture.completedFuture(checks.cors().answer(request, allowed));
        });
    }

    /** The response to a path that cannot be decoded. */
    public CompletionStage<Response> refuseBrokenPath(RouteKind kind, Request request) {
        return responder.respond(request, context(request, kind, "a broken path"), () -> {
            throw Parameters.malformed("the path is not percent-encoded");
        });
    }

    private AdmittedRequest admit(Route route, Request request, Map<String, String> path, RequestContext context) {
        Optional<Principal> principal = principal(route.access(), request);
        if (route.access().needsUser() && principal.isEmpty()) {
            throw Identity.unauthenticated(request);
        }
        checks.crossSite().check(request, checks.identity().hasCookie(request));
        principal.ifPresent(found -> route.access().check(found.user(), AdmittedRequest.named(path)));
        return new AdmittedRequest(
                request,
                path,
                accounts.as(caller(route, context, request, principal)),
                principal,
                Identity.hasBearer(request),
                checks.bodies());
    }

    private Optional<Principal> principal(Access access, Request request) {
        try {
            return access == Access.PUBLIC
                    ? Optional.empty()
                    : checks.identity().of(request);
        } catch (AccountsException e) {
            if (access == Access.RECOGNISED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private RequestContext context(Request request, RouteKind kind, String route) {
        return new RequestContext(RequestIds.of(request), checks.addresses().of(request), kind, route);
    }

    /** With the grant that admitted the principal, so that it is asked again after a slow body. */
    private static Caller caller(Route route, RequestContext context, Request request, Optional<Principal> principal) {
        Client client = new Client(Optional.of(context.client().address()), Headers.first(request, "User-Agent"));
        Caller anonymous = new Caller(Optional.empty(), client, Optional.of(context.id()));
        return principal
                .map(found -> route.access()
                        .right()
                        .map(right ->
                                anonymous.by(found.user().id(), found.signedIn().grant(right)))
                        .orElseGet(() -> anonymous.by(found.user().id())))
                .orElse(anonymous);
    }
}
