package io.accounts4j.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accounts4j.Accounts;
import io.accounts4j.user.UserId;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/** A request that was let in: who asks, and what of it a handler may look at. */
final class Call {

    private final Context ctx;
    private final Accounts accounts;
    private final Optional<Visitor> visitor;
    private final boolean bearer;
    private final BodyReader bodies;

    Call(Context ctx, Accounts accounts, Optional<Visitor> visitor, boolean bearer, BodyReader bodies) {
        this.ctx = ctx;
        this.accounts = accounts;
        this.visitor = visitor;
        this.bearer = bearer;
        this.bodies = bodies;
    }

    /** The accounts, used on behalf of whoever asks. */
    Accounts accounts() {
        return accounts;
    }

    Optional<Visitor> visitor() {
        return visitor;
    }

    /** Who asks, where nobody else is let in. */
    Visitor signedIn() {
        return visitor.orElseThrow(() -> new IllegalStateException("this operation is open to anyone"));
    }

    /** Whether the request carries a bearer token, good or bad, so that cookies count for nothing. */
    boolean hasBearer() {
        return bearer;
    }

    HttpServletRequest request() {
        return ctx.req();
    }

    /** The user the path names; somebody who cannot exist is not found. */
    UserId userId() {
        return named(ctx).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND, "there is no such user"));
    }

    /** The part of the path called {@code name}. */
    String pathParameter(String name) {
        return ctx.pathParam(name);
    }

    Parameters query() {
        return Parameters.parse(Optional.ofNullable(ctx.queryString()).orElse(""));
    }

    /** Refuses what cannot be a JSON body of ours, then lets {@code work} answer the object that arrives. */
    Reply json(Function<ObjectNode, Answer> work) {
        bodies.check(ctx.req(), BodyReader.JSON);
        return new Reply.OnBody(body -> work.apply(bodies.json(body)));
    }

    /** Refuses what cannot be a form of ours, then lets {@code work} answer the fields that arrive. */
    Reply form(Function<Parameters, Answer> work) {
        bodies.check(ctx.req(), BodyReader.FORM);
        return new Reply.OnBody(body -> work.apply(bodies.form(body)));
    }

    /** The user named by the path of {@code ctx}, if it names one. */
    static Optional<UserId> named(Context ctx) {
        return Optional.ofNullable(ctx.pathParamMap().get("id")).flatMap(UserId::parse);
    }
}
