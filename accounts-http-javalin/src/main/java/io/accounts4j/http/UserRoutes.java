package io.accounts4j.http;

import io.accounts4j.administration.UserChanges;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.Registration;
import io.accounts4j.user.User;
import java.util.Map;
import java.util.Optional;

/** Users on the wire: JSON to core values, outcomes to answers. */
final class UserRoutes {

    private static final String WRAPPER = "user";

    private final Paths paths;

    UserRoutes(Paths paths) {
        this.paths = paths;
    }

    Map<Operation, Action> actions() {
        return Map.of(
                Operation.REGISTER_USER, this::register,
                Operation.SHOW_USER, this::show,
                Operation.REPLACE_USER, this::update,
                Operation.UPDATE_USER, this::update,
                Operation.DELETE_USER, this::delete);
    }

    private Reply register(Call call) {
        return call.json(body -> register(call, Fields.in(WRAPPER, body)));
    }

    private Answer register(Call call, Fields fields) {
        NewUser typed = new NewUser(
                fields.text("email"),
                fields.text("name"),
                Optional.ofNullable(fields.text("password")).map(Password::of).orElse(null));
        if (fields.hasProblems()) {
            throw fields.refused(call.accounts().changeUser(typed));
        }
        Registration outcome = call.accounts().registerUser(typed);
        return outcome.fold(registered -> created(registered.user()), refused -> {
            throw fields.refused(refused.problems());
        });
    }

    private Answer created(User user) {
        return shown(201, user).with("Location", paths.user(user));
    }

    private Answer show(Call call) {
        User user = find(call);
        String tag = ETags.of(user);
        return ETags.isKnown(call.request(), tag) ? Answer.empty(304).with("ETag", tag) : shown(200, user);
    }

    private Reply update(Call call) {
        User present = find(call);
        return call.json(body -> update(call, present, Fields.in(WRAPPER, body)));
    }

    private static Answer update(Call call, User present, Fields fields) {
        UserChanges changes = changes(fields);
        checkFixed(fields, UserView.of(present));
        if (fields.hasProblems()) {
            throw fields.refused(call.accounts().changeUser(present, changes));
        }
        return call.accounts()
                .updateUser(present.id(), changes)
                .fold(
                        updated -> shown(200, updated.user()),
                        refused -> {
                            throw fields.refused(refused.problems());
                        },
                        absent -> {
                            throw notFound();
                        },
                        last -> {
                            throw lastAdministrator();
                        });
    }

    /** A field that is there but null is a field left blank. */
    private static UserChanges changes(Fields fields) {
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
    private static void checkFixed(Fields fields, UserView present) {
        fields.refuse("password");
        fields.keep("id", present.id());
        fields.keep("confirmed_at", present.confirmedAt());
        fields.keep("disabled_at", present.disabledAt());
        fields.keep("inserted_at", present.insertedAt());
        fields.keep("updated_at", present.updatedAt());
    }

    private Answer delete(Call call) {
        return call.accounts()
                .deleteUser(call.userId())
                .fold(
                        deleted -> Answer.empty(204),
                        absent -> {
                            throw notFound();
                        },
                        last -> {
                            throw lastAdministrator();
                        },
                        referenced -> {
                            throw Refusal.of(ProblemType.STILL_REFERENCED, "other records still refer to this user");
                        });
    }

    private static User find(Call call) {
        return call.accounts().userById(call.userId()).orElseThrow(UserRoutes::notFound);
    }

    private static Answer shown(int status, User user) {
        return Answer.data(status, UserView.of(user)).with("ETag", ETags.of(user));
    }

    private static Refusal notFound() {
        return Refusal.of(ProblemType.NOT_FOUND, "there is no such user");
    }

    private static Refusal lastAdministrator() {
        return Refusal.of(ProblemType.LAST_ADMINISTRATOR, "there would be no administrator left");
    }
}
