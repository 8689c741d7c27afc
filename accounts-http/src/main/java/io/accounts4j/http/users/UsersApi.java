package io.accounts4j.http.users;

import static io.accounts4j.http.route.Access.ADMINISTRATOR;
import static io.accounts4j.http.route.Access.ANYONE;
import static io.accounts4j.http.route.Access.SELF_OR_ADMINISTRATOR;
import static io.accounts4j.http.route.Method.DELETE;
import static io.accounts4j.http.route.Method.GET;
import static io.accounts4j.http.route.Method.PATCH;
import static io.accounts4j.http.route.Method.POST;
import static io.accounts4j.http.route.Method.PUT;

import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Feature;
import io.accounts4j.http.route.Paths;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.view.UserView;
import io.accounts4j.http.wire.ETags;
import io.accounts4j.http.wire.JsonBody;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Response;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.user.User;
import io.accounts4j.users.UserChanges;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Users on the wire: JSON to core values, outcomes to answers. */
public final class UsersApi implements Feature {

    private static final String WRAPPER = "user";

    private final Paths paths;

    public UsersApi(Paths paths) {
        this.paths = paths;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.api(POST, "/users", ANYONE, this::register),
                Route.api(GET, "/users/{id}", SELF_OR_ADMINISTRATOR, Action.immediate(this::show)),
                Route.api(PUT, "/users/{id}", ADMINISTRATOR, this::update),
                Route.api(PATCH, "/users/{id}", ADMINISTRATOR, this::update),
                Route.api(DELETE, "/users/{id}", ADMINISTRATOR, Action.immediate(this::delete)));
    }

    private CompletionStage<Response> register(AdmittedRequest call) {
        return call.json(body -> register(call, JsonBody.in(WRAPPER, body)));
    }

    private Response register(AdmittedRequest call, JsonBody fields) {
        NewUser typed = new NewUser(
                fields.text("email"),
                fields.text("name"),
                Optional.ofNullable(fields.text("password")).map(Password::of).orElse(null));
        if (fields.hasProblems()) {
            throw fields.refused(call.accounts().registration().check(typed));
        }
        Outcome<User> outcome = call.accounts().registration().register(typed);
        return outcome.fold(this::created, problems -> {
            throw fields.refused(problems);
        });
    }

    private Response created(User user) {
        return shown(201, user).with("Location", paths.user(user));
    }

    private Response show(AdmittedRequest call) {
        User user = find(call);
        String tag = ETags.of(user);
        return ETags.isKnown(call.request(), tag) ? Response.empty(304).with("ETag", tag) : shown(200, user);
    }

    private CompletionStage<Response> update(AdmittedRequest call) {
        User present = find(call);
        return call.json(body -> update(call, present, JsonBody.in(WRAPPER, body)));
    }

    private static Response update(AdmittedRequest call, User present, JsonBody fields) {
        UserChanges changes = changes(fields);
        checkFixed(fields, UserView.of(present));
        if (fields.hasProblems()) {
            throw fields.refused(call.accounts().users().check(present, changes));
        }
        return call.accounts().users().update(present.id(), changes).fold(user -> shown(200, user), problems -> {
            throw ofUser(problems).orElseGet(() -> fields.refused(problems));
        });
    }

    /** A field that is there but null is a field left blank. */
    private static UserChanges changes(JsonBody fields) {
        UserChanges changes = UserChanges.none();
        if (fields.has("email")) {
            changes = changes.email(Optional.ofNullable(fields.text("email")).orElse(""));
        }
        if (fields.has("name")) {
            changes = changes.name(Optional.ofNullable(fields.text("name")).orElse(""));
        }
        return fields.flag("is_admin").map(changes::administrator).orElse(changes);
    }

    /** A client may send back what it was shown, but no other value of a field that cannot be changed here. */
    private static void checkFixed(JsonBody fields, UserView present) {
        fields.refuse("password");
        fields.keep("id", present.id());
        fields.keep("confirmed_at", present.confirmedAt());
        fields.keep("disabled_at", present.disabledAt());
        fields.keep("inserted_at", present.insertedAt());
        fields.keep("updated_at", present.updatedAt());
    }

    private Response delete(AdmittedRequest call) {
        return call.accounts().users().delete(call.userId()).fold(deleted -> Response.empty(204), problems -> {
            throw ofUser(problems).orElseThrow();
        });
    }

    private static User find(AdmittedRequest call) {
        return call.accounts().users().find(call.userId()).orElseThrow(UsersApi::notFound);
    }

    private static Response shown(int status, User user) {
        return Response.data(status, UserView.of(user)).with("ETag", ETags.of(user));
    }

    /** The answer to a problem of the user as a whole; empty where fields are wrong. */
    private static Optional<ProblemException> ofUser(List<Problem> problems) {
        Problem first = problems.get(0);
        return switch (ProblemType.of(first.code())) {
            case VALIDATION -> Optional.empty();
            case NOT_FOUND -> Optional.of(notFound());
            default -> Optional.of(ProblemException.of(ProblemType.of(first.code()), first.message()));
        };
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemType.NOT_FOUND, "there is no such user");
    }
}
