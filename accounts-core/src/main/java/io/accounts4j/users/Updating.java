package io.accounts4j.users;

import io.accounts4j.event.AccountEvent.UserUpdated;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.internal.Rights;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserName;
import io.accounts4j.user.UserRepository.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Changes users. A new address or a lost right ends the user's sessions and tokens. */
final class Updating {

    private final Parts parts;
    private final AccountStore store;
    private final Rights rights;

    Updating(Parts parts) {
        this.parts = parts;
        this.store = parts.store();
        this.rights = parts.rights();
    }

    /**
     * Makes {@code changes}, in the transaction open on this thread or in one of its own. Fields that are equal already stay as
     * they are, version included; the present address with nothing else new is a problem, as in Phoenix's phx.gen.auth.
     */
    Outcome<User> update(UserId id, UserChanges changes, Caller caller) {
        return store.transactions().inTransaction(() -> {
            boolean demotes = changes.administrator().equals(Optional.of(false));
            Rights.Locked locked = demotes
                    ? rights.lockWithAdministrators(id, caller)
                    : new Rights.Locked(rights.lock(id, caller), Set.of());
            return locked.unlessLast().fold(user -> update(user, changes, caller), Outcome::refused);
        });
    }

    /** Everything wrong with {@code changes} to {@code user}, whose present address stays valid; stores nothing. */
    List<Problem> check(User user, UserChanges changes, Caller caller) {
        return store.transactions().inTransaction(() -> {
            rights.ask(caller, Optional.of(user.id()));
            return check(user, changes);
        });
    }

    private List<Problem> check(User user, UserChanges changes) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> ofEmail = changes.email()
                .filter(email -> !email.equals(user.email().address()))
                .map(Email::problems)
                .orElse(List.of());
        problems.addAll(ofEmail);
        changes.name().map(UserName::problems).ifPresent(problems::addAll);
        if (ofEmail.isEmpty()
                && changes.email().filter(email -> isAnothers(email, user)).isPresent()) {
            problems.add(Problem.of("email", ProblemCode.TAKEN));
        }
        if (problems.isEmpty()
                && changes.email().isPresent()
                && changedFields(user, apply(user, changes)).isEmpty()) {
            problems.add(Problem.of("email", ProblemCode.UNCHANGED));
        }
        return problems;
    }

    private Outcome<User> update(User user, UserChanges changes, Caller caller) {
        List<Problem> problems = check(user, changes);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        SortedSet<String> fields = changedFields(user, apply(user, changes));
        if (fields.isEmpty()) {
            return Outcome.done(user);
        }
        User changed = apply(user, changes).revisedAt(parts.clock().instant());
        if (store.users().update(changed) == Change.REFUSED) {
            return Outcome.refused(Problem.of("email", ProblemCode.TAKEN));
        }
        if (fields.contains("email") || (user.administrator() && !changed.administrator())) {
            parts.revocation().everythingOf(user.id(), Optional.empty());
        }
        parts.events().record(new UserUpdated(user.id(), fields), caller);
        return Outcome.done(changed);
    }

    private boolean isAnothers(String email, User user) {
        return store.users()
                .findByEmail(Email.stored(email))
                .filter(owner -> !owner.id().equals(user.id()))
                .isPresent();
    }

    private static User apply(User user, UserChanges changes) {
        User renamed = changes.name().map(user::withName).orElse(user);
        User moved = changes.email().map(Email::stored).map(renamed::withEmail).orElse(renamed);
        return changes.administrator().map(moved::withAdministrator).orElse(moved);
    }

    private static SortedSet<String> changedFields(User before, User after) {
        SortedSet<String> fields = new TreeSet<>();
        if (!before.email().equals(after.email())) {
            fields.add("email");
        }
        if (!before.name().equals(after.name())) {
            fields.add("name");
        }
        if (before.administrator() != after.administrator()) {
            fields.add("is_admin");
        }
        return fields;
    }
}
