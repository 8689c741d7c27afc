package io.accounts4j.http.javalin;

import io.accounts4j.event.Caller;
import io.accounts4j.event.Client;
import io.accounts4j.http.guard.Checks;
import io.accounts4j.http.guard.Identity;
import io.accounts4j.http.guard.MethodOverride;
import io.accounts4j.http.guard.RequestIds;
import io.accounts4j.http.guard.Responder;
import io.accounts4j.http.route.Access;
import io.accounts4j.http.route.Principal;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.user.Right;
import io.accounts4j.user.User;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who asks, on a route of the host, by the rules of our own routes: bearer before cookie, no method override, nothing from
 * another site. A refusal is one of Javalin's own exceptions, so the host's exception handlers give it their look. For one
 * request.
 */
public final class CurrentUser {

    private static final String FOUND = CurrentUser.class.getName();

    private final Context ctx;
    private final Checks parts;

    CurrentUser(Context ctx, Checks parts) {
        this.ctx = ctx;
        this.parts = parts;
    }

    /** The user, if somebody is signed in. 400, 403 or 503 where not even that may be answered. */
    public Optional<User> user() {
        return translated(this::found).map(Principal::user);
    }

    /** The user; 401 where nobody is signed in. */
    public User requireUser() {
        return visitor().user();
    }

    /** The user, who is an administrator; 401 where nobody is signed in and 403 for everybody else. */
    public User requireAdmin() {
        return translated(() -> {
            User user = requireUser();
            Access.ADMINISTRATOR.check(user, Optional.empty());
            return user;
        });
    }

    /**
     * The caller for {@code accounts.as(caller)}, who must have {@code right} now and is asked for it again in the
     * transaction of each verb, so that a slow body carries no right past its end. 401 and 403 as for {@link
     * #requireAdmin}; {@code SELF_OR_ADMINISTRATOR} is asked in the verb alone, which knows whom it acts on. A verb that
     * refuses throws {@link io.accounts4j.kernel.NotAllowedException}.
     */
    public Caller requireCaller(Right right) {
        return translated(() -> {
            Principal visitor = visitor();
            if (right == Right.ADMINISTRATOR) {
                Access.ADMINISTRATOR.check(visitor.user(), Optional.empty());
            }
            Client client = new Client(
                    Optional.of(parts.addresses().of(ctx.req()).address()),
                    Optional.ofNullable(ctx.req().getHeader("User-Agent")));
            return new Caller(Optional.empty(), client, Optional.of(RequestIds.of(ctx.req())))
                    .by(visitor.user().id(), visitor.signedIn().grant(right));
        });
    }

    private Principal visitor() {
        return translated(() -> found().orElseThrow(() -> Identity.unauthenticated(ctx.req())));
    }

    /** Looks once a request. */
    private Optional<Principal> found() {
        Optional<Principal> known = ctx.attribute(FOUND);
        if (known != null) {
            return known;
        }
        MethodOverride.check(ctx.req());
        Optional<Principal> visitor = parts.identity().of(ctx.req());
        parts.crossSite().check(ctx.req(), parts.identity().hasCookie(ctx.req()));
        ctx.attribute(FOUND, visitor);
        return visitor;
    }

    private <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException refusal) {
            refusal.headers().forEach(ctx::header);
            throw translate(refusal);
        } catch (AccountsException e) {
            if (!e.retryable()) {
                throw e;
            }
            ctx.header("Retry-After", Responder.RETRY_AFTER_SECONDS);
            throw new ServiceUnavailableResponse();
        }
    }

    private static HttpResponseException translate(ProblemException refusal) {
        return switch (refusal.type()) {
            case UNAUTHENTICATED -> new UnauthorizedResponse(refusal.detail());
            case FORBIDDEN, CROSS_SITE -> new ForbiddenResponse(refusal.detail());
            default -> new BadRequestResponse(refusal.detail());
        };
    }
}
