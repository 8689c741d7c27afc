package io.accounts4j.users;

import io.accounts4j.users.Deletion.Absent;
import io.accounts4j.users.Deletion.Deleted;
import io.accounts4j.users.Deletion.LastAdministrator;
import io.accounts4j.users.Deletion.Referenced;
import io.accounts4j.event.AccountEvent.UserDeleted;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.EventRecorder;
import io.accounts4j.internal.Revocation;
import io.accounts4j.internal.Rights;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository.Change;
import java.time.Clock;
import java.util.Set;

/** Deletes users with everything that lets them in. Usually reached through {@code Accounts}. Thread-safe. */
public final class Deleting {

    private final AccountStore store;
    private final Rights rights;
    private final Revocation revocation;
    private final EventRecorder journal;

    /** Over the ports it uses. */
    public Deleting(AccountStore store, Revocation revocation, EventRecorder journal, Clock clock) {
        this.store = store;
        this.rights = new Rights(store.users(), store.sessions(), clock);
        this.revocation = revocation;
        this.journal = journal;
    }

    /** Deletes {@code id}, in the transaction open on this thread or in one of its own. */
    public Deletion delete(UserId id, Caller caller) {
        return store.transactions().inTransaction(() -> {
            Rights.Locked locked = rights.lockWithAdministrators(id, caller);
            if (locked.target().isEmpty()) {
                return new Absent();
            }
            if (locked.administrators().equals(Set.of(id))) {
                return new LastAdministrator();
            }
            return delete(locked.target().get(), caller);
        });
    }

    private Deletion delete(User user, Caller caller) {
        if (store.users().delete(user.id()) != Change.DONE) {
            return new Referenced();
        }
        revocation.announce(user.id());
        journal.record(new UserDeleted(user.id()), caller);
        return new Deleted(user);
    }
}
