package io.accounts4j.users;

import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserSort;
import java.util.List;
import java.util.Optional;

/** Finds, lists, changes and deletes users. Thread-safe. */
public final class Users {

    private final Parts parts;
    private final Caller caller;

    private Users(Parts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
    }

    /**
     * Wires the feature, for {@code Accounts} alone.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public static Users over(Parts parts, Caller caller) {
        return new Users(parts, caller);
    }

    /** Returns the user with that id. */
    public Optional<User> find(UserId id) {
        return parts.store().users().findById(id);
    }

    /** Returns the user with that address, whatever its case; empty also for text that is no address. */
    public Optional<User> findByEmail(String email) {
        return Email.isAddress(email) ? parts.store().users().findByEmail(Email.stored(email)) : Optional.empty();
    }

    /** Returns all users that {@code filter} selects, newest first, all in memory. */
    public List<User> list(UserFilter filter) {
        return listing().all(filter);
    }

    /** Returns one numbered page of users. */
    public Page<User> list(UserFilter filter, UserSort sort, PageRequest page) {
        return listing().page(filter, sort, page);
    }

    /**
     * Returns the users next to a position, at the same cost however deep in the list.
     *
     * @param limit 1 to {@link PageRequest#MAX_SIZE}
     */
    public Slice<User> list(UserFilter filter, UserSort sort, Cursor position, int limit) {
        return listing().slice(filter, sort, position, limit);
    }

    /** Changes a user; a new address or a lost right ends the user's sessions. */
    public Outcome<User> update(UserId id, UserChanges changes) {
        return new Updating(parts).update(id, changes, caller);
    }

    /** Returns everything wrong with changes that are still being typed. Stores nothing. */
    public List<Problem> check(User user, UserChanges changes) {
        return new Updating(parts).check(user, changes, caller);
    }

    /** Deletes a user with sessions and tokens, and returns the user as it was. */
    public Outcome<User> delete(UserId id) {
        return new Deleting(parts).delete(id, caller);
    }

    private Listing listing() {
        return new Listing(parts.store().directory());
    }
}
