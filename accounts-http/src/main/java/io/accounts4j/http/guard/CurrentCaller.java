package io.accounts4j.http.guard;

import io.accounts4j.event.Caller;
import io.accounts4j.event.Client;
import io.accounts4j.http.route.Access;
import io.accounts4j.http.route.Principal;
import io.accounts4j.http.wire.Headers;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.Request;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.user.Right;
import io.accounts4j.user.User;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The caller of a route of the host, by the rules of our own routes: bearer before cookie, no method override, no request of
 * another site. Refusals are {@link ProblemException}. For one request; looks the session up once.
 */
public final class CurrentCaller {

    private final Checks checks;
    private final Request request;
    private Optional<Principal> principal = Optional.empty();
    private boolean lookedUp;

    public CurrentCaller(Checks checks, Request request) {
        this.checks = checks;
        this.request = request;
    }

    /** The user; empty for an anonymous caller. 400, 403 or 503 where not even that may be answered. */
    public Optional<User> user() {
        return available(this::found).map(Principal::user);
    }

    /** The user; 401 for an anonymous caller. */
    public User requireUser() {
        return requirePrincipal().user();
    }

    /** The user, who is an administrator; 401 for an anonymous caller and 403 for any other user. */
    public User requireAdministrator() {
        User user = requireUser();
        Access.ADMINISTRATOR.check(user, Optional.empty());
        return user;
    }

    /**
     * The caller with the grant of {@code right}; 401 and 403 as for {@link #requireAdministrator}. {@code
     * SELF_OR_ADMINISTRATOR} is checked in the verb alone, which knows the user it acts on.
     */
    public Caller requireCaller(Right right) {
        Principal found = requirePrincipal();
        if (right == Right.ADMINISTRATOR) {
            Access.ADMINISTRATOR.check(found.user(), Optional.empty());
        }
        Client client =
                new Client(Optional.of(checks.addresses().of(request).address()), Headers.first(request, "User-Agent"));
        return new Caller(Optional.empty(), client, Optional.of(RequestIds.of(request)))
                .by(found.user().id(), found.signedIn().grant(right));
    }

    private Principal requirePrincipal() {
        return available(this::found).orElseThrow(() -> Identity.unauthenticated(request));
    }

    private Optional<Principal> found() {
        if (!lookedUp) {
            MethodOverride.check(request);
            Optional<Principal> found = checks.identity().of(request);
            checks.crossSite().check(request, checks.identity().hasCookie(request));
            principal = found;
            lookedUp = true;
        }
        return principal;
    }

    private static <T> T available(Supplier<T> work) {
        try {
            return work.get();
        } catch (AccountsException e) {
            throw e.retryable() ? Responder.unavailable() : e;
        }
    }
}
