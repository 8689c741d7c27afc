package io.accounts4j.users;

import io.accounts4j.event.AccountEvent.UserDeleted;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository.Change;

/** Deletes users with sessions and tokens. */
final class Deleting {

    private final Parts parts;

    Deleting(Parts parts) {
        this.parts = parts;
    }

    /** Deletes {@code id}, in the transaction open on this thread or in one of its own. */
    Outcome<User> delete(UserId id, Caller caller) {
        return parts.store()
                .transactions()
                .inTransaction(() -> parts.rights()
                        .lockWithAdministrators(id, caller)
                        .unlessLast()
                        .fold(user -> delete(user, caller), Outcome::refused));
    }

    private Outcome<User> delete(User user, Caller caller) {
        if (parts.store().users().delete(user.id()) != Change.DONE) {
            return Outcome.refused(Problem.of(ProblemCode.STILL_REFERENCED));
        }
        parts.revocation().announce(user.id());
        parts.events().record(new UserDeleted(user.id()), caller);
        return Outcome.done(user);
    }
}
