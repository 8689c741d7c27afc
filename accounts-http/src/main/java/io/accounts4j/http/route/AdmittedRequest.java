package io.accounts4j.http.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accounts4j.Accounts;
import io.accounts4j.http.wire.BodyReader;
import io.accounts4j.http.wire.Parameters;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Request;
import io.accounts4j.http.wire.Response;
import io.accounts4j.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A request that the guard admitted. For one request. */
public final class AdmittedRequest {

    private final Request request;
    private final Map<String, String> path;
    private final Accounts accounts;
    private final Optional<Principal> principal;
    private final boolean bearer;
    private final BodyReader bodies;

    /**
     * A request whose path has the parameters {@code path}.
     *
     * @param bearer true if the request has a bearer token
     */
    public AdmittedRequest(
            Request request,
            Map<String, String> path,
            Accounts accounts,
            Optional<Principal> principal,
            boolean bearer,
            BodyReader bodies) {
        this.request = request;
        this.path = path;
        this.accounts = accounts;
        this.principal = principal;
        this.bearer = bearer;
        this.bodies = bodies;
    }

    /** The accounts, bound to the caller. */
    public Accounts accounts() {
        return accounts;
    }

    /** The user who is signed in; empty for an anonymous caller. */
    public Optional<Principal> principal() {
        return principal;
    }

    /** The user who is signed in, on routes that admit nobody else. */
    public Principal signedIn() {
        return principal.orElseThrow(() -> new IllegalStateException("this route is open to anyone"));
    }

    /** Returns whether the request carries a bearer token, valid or not; cookies are then ignored. */
    public boolean hasBearer() {
        return bearer;
    }

    /** The request as received. */
    public Request request() {
        return request;
    }

    /** The user named by the path; 404 for an id that cannot exist. */
    public UserId userId() {
        return named(path).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "there is no such user"));
    }

    /** The decoded segment of the path called {@code name}. */
    public String pathParameter(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the path of this route has no " + name);
        }
        return value;
    }

    /** The parameters of the query. */
    public Parameters query() {
        return Parameters.parse(request.query());
    }

    /** Refuses a request whose body cannot be JSON of ours; then {@code work} answers the object that arrives. */
    public CompletionStage<Response> json(Function<ObjectNode, Response> work) {
        bodies.check(request, BodyReader.JSON);
        return bodies.receive(request).thenApply(body -> work.apply(bodies.json(body)));
    }

    /** Refuses a request whose body cannot be a form of ours; then {@code work} answers the fields that arrive. */
    public CompletionStage<Response> form(Function<Parameters, Response> work) {
        bodies.check(request, BodyReader.FORM);
        return bodies.receive(request).thenApply(body -> work.apply(bodies.form(body)));
    }

    /** The user named by the parameters of a path, if they name one. */
    public static Optional<UserId> named(Map<String, String> path) {
        return Optional.ofNullable(path.get("id")).flatMap(UserId::parse);
    }
}
