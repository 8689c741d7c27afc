package io.accounts4j.http.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accounts4j.Accounts;
import io.accounts4j.http.wire.BodyReader;
import io.accounts4j.http.wire.Parameters;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Reply;
import io.accounts4j.http.wire.Response;
import io.accounts4j.user.UserId;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/** A request that was let in: who asks, and what of it a handler may look at. */
public final class AdmittedRequest {

    private final Context ctx;
    private final Accounts accounts;
    private final Optional<Principal> visitor;
    private final boolean bearer;
    private final BodyReader bodies;

    public AdmittedRequest(
            Context ctx, Accounts accounts, Optional<Principal> visitor, boolean bearer, BodyReader bodies) {
        this.ctx = ctx;
        this.accounts = accounts;
        this.visitor = visitor;
        this.bearer = bearer;
        this.bodies = bodies;
    }

    /** The accounts, used on behalf of whoever asks. */
    public Accounts accounts() {
        return accounts;
    }

    public Optional<Principal> visitor() {
        return visitor;
    }

    /** Who asks, where nobody else is let in. */
    public Principal signedIn() {
        return visitor.orElseThrow(() -> new IllegalStateException("this operation is open to anyone"));
    }

    /** Whether the request carries a bearer token, good or bad, so that cookies count for nothing. */
    public boolean hasBearer() {
        return bearer;
    }

    public HttpServletRequest request() {
        return ctx.req();
    }

    /** The user the path names; somebody who cannot exist is not found. */
    public UserId userId() {
        return named(ctx).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "there is no such user"));
    }

    /** The part of the path called {@code name}. */
    public String pathParameter(String name) {
        return ctx.pathParam(name);
    }

    public Parameters query() {
        return Parameters.parse(Optional.ofNullable(ctx.queryString()).orElse(""));
    }

    /** Refuses what cannot be a JSON body of ours, then lets {@code work} answer the object that arrives. */
    public Reply json(Function<ObjectNode, Response> work) {
        bodies.check(ctx.req(), BodyReader.JSON);
        return new Reply.OnBody(body -> work.apply(bodies.json(body)));
    }

    /** Refuses what cannot be a form of ours, then lets {@code work} answer the fields that arrive. */
    public Reply form(Function<Parameters, Response> work) {
        bodies.check(ctx.req(), BodyReader.FORM);
        return new Reply.OnBody(body -> work.apply(bodies.form(body)));
    }

    /** The user named by the path of {@code ctx}, if it names one. */
    public static Optional<UserId> named(Context ctx) {
        return Optional.ofNullable(ctx.pathParamMap().get("id")).flatMap(UserId::parse);
    }
}
