package io.accounts4j.http.javalin;

import io.accounts4j.event.Caller;
import io.accounts4j.http.guard.CurrentCaller;
import io.accounts4j.http.wire.ProblemException;
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
 * The user behind a request for a route of the host, by the rules of our own routes: bearer before cookie, no method
 * override, nothing from another site. A refusal is one of Javalin's own exceptions, so the host's exception handlers give
 * it their look. For one request.
 */
public final class CurrentUser {

    private final Context ctx;
    private final CurrentCaller caller;

    CurrentUser(Context ctx, CurrentCaller caller) {
        this.ctx = ctx;
        this.caller = caller;
    }

    /** The user, if somebody is signed in. 400, 403 or 503 where not even that may be answered. */
    public Optional<User> user() {
        return translated(caller::user);
    }

    /** The user; 401 where nobody is signed in. */
    public User requireUser() {
        return translated(caller::requireUser);
    }

    /** The user, who is an administrator; 401 where nobody is signed in and 403 for everybody else. */
    public User requireAdmin() {
        return translated(caller::requireAdministrator);
    }

    /**
     * The caller for {@code accounts.as(caller)}, who must have {@code right} now and is asked for it again in the
     * transaction of each verb, so that a slow body carries no right past its end. 401 and 403 as for {@link
     * #requireAdmin}; {@code SELF_OR_ADMINISTRATOR} is asked in the verb alone, which knows whom it acts on. A verb that
     * refuses throws {@link io.accounts4j.kernel.NotAllowedException}.
     */
    public Caller requireCaller(Right right) {
        return translated(() -> caller.requireCaller(right));
    }

    private <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException problem) {
            problem.headers().forEach(ctx::header);
            throw translate(problem);
        }
    }

    private static HttpResponseException translate(ProblemException problem) {
        return switch (problem.type()) {
            case UNAUTHENTICATED -> new UnauthorizedResponse(problem.detail());
            case FORBIDDEN, CROSS_SITE -> new ForbiddenResponse(problem.detail());
            case UNAVAILABLE -> new ServiceUnavailableResponse();
            default -> new BadRequestResponse(problem.detail());
        };
    }
}
