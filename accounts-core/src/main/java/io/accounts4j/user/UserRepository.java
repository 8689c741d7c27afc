package io.accounts4j.user;

import io.accounts4j.kernel.Port;
import io.accounts4j.password.PasswordHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps users. Every method takes part in the transaction open on the calling thread and commits alone where there is
 * none. Thread-safe. Absent users are empty or {@code false}, never an exception; a broken store is a
 * {@link io.accounts4j.kernel.StoreException}. Proved by {@code UserRepositoryContract}.
 */
@Port
public interface UserRepository {

    /**
     * Stores {@code user} with its password unless {@link Email#canonical()} is taken. The store decides, atomically: of
     * any number of racers for one address exactly one is told {@code true}. A refusal leaves the transaction usable.
     */
    boolean add(User user, PasswordHash password);

    /** The user with that id. */
    Optional<User> findById(UserId id);

    /** The user whose canonical address equals that of {@code email}. */
    Optional<User> findByEmail(Email email);

    /** The user with that id, kept from changing by others until the transaction ends. */
    Optional<User> lock(UserId id);

    /**
     * All administrators, and those users of {@code others} that exist, kept from changing by others until the transaction
     * ends. Locked in the order of their ids, so that two callers never wait for each other.
     */
    List<User> lockAdministrators(Set<UserId> others);

    /**
     * Stores what {@code user} says now. The caller holds its {@link #lock}; {@link Change#ABSENT} when there is no such
     * user, {@link Change#REFUSED} when another user has the address. A refusal leaves the transaction usable.
     */
    Change update(User user);

    /**
     * Deletes the user with password, tokens and sessions. {@link Change#REFUSED} when rows of the host still refer to
     * the user; nothing is deleted then and the transaction stays usable.
     */
    Change delete(UserId id);

    /**
     * Computes canonical address and search text anew for up to {@code limit} users whose rows an older version of this
     * library wrote, in the order of their ids, beginning behind {@code after}. A user whose new canonical address is
     * another's keeps the old one; a later call tries that user again. Returns the last id that was looked at; empty when
     * no such row is left behind {@code after}.
     *
     * @param limit 1 or more
     */
    Optional<UserId> refold(Optional<UserId> after, int limit);

    /** The result of a change of one row. */
    enum Change {
        /** It is stored. */
        DONE,
        /** There is no such row. */
        ABSENT,
        /** Another row is in the way. */
        REFUSED
    }
}
