package io.accounts4j.internal;

import io.accounts4j.event.Caller;
import io.accounts4j.event.Grant;
import io.accounts4j.kernel.NotAllowedException;
import io.accounts4j.kernel.NotAllowedException.Reason;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SessionStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a caller's session, account and right again, in the transaction of the effect. Every verb that acts for a caller
 * calls this first in its transaction. Users are locked in the order of their ids and then the session, so that no two
 * verbs wait for each other. Callers without a {@link Grant} are trusted and cost nothing. Thread-safe.
 */
public final class Rights {

    private final UserRepository users;
    private final SessionStore sessions;
    private final Clock clock;

    /** Over the stores that know. */
    public Rights(UserRepository users, SessionStore sessions, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The users a verb works with, kept from changing until its transaction ends.
     *
     * @param target the user that is acted on; empty when there is no such user
     * @param administrators the ids of all administrators; empty where they are not locked
     */
    public record Locked(Optional<User> target, Set<UserId> administrators) {

        /** Returns the target, who may lose account or right; refused without one and for the last administrator. */
        public Outcome<User> unlessLast() {
            if (target.isEmpty()) {
                return Outcome.refused(Problem.of(ProblemCode.ABSENT));
            }
            return administrators.equals(Set.of(target.get().id()))
                    ? Outcome.refused(Problem.of(ProblemCode.LAST_ADMINISTRATOR))
                    : Outcome.done(target.get());
        }
    }

    /**
     * Asks {@code caller} where {@code target} need not be locked or nobody is acted on. {@link NotAllowedException} when
     * session, account or right ended.
     */
    public void ask(Caller caller, Optional<UserId> target) {
        if (caller.grant().isPresent()) {
            ask(caller, target, lock(caller.actor().stream()));
        }
    }

    /**
     * Locks {@code target} and asks {@code caller}. Empty when there is no such user; {@link NotAllowedException} when
     * session, account or right ended.
     */
    public Optional<User> lock(UserId target, Caller caller) {
        Map<UserId, User> locked = lock(Stream.concat(Stream.of(target), asked(caller).stream()));
        ask(caller, Optional.of(target), locked);
        return Optional.ofNullable(locked.get(target));
    }

    /** Like {@link #lock}, with all administrators locked as well. */
    public Locked lockWithAdministrators(UserId target, Caller caller) {
        Set<UserId> others =
                Stream.concat(Stream.of(target), asked(caller).stream()).collect(Collectors.toSet());
        Map<UserId, User> locked =
                users.lockAdministrators(others).stream().collect(Collectors.toMap(User::id, Function.identity()));
        ask(caller, Optional.of(target), locked);
        return new Locked(
                Optional.ofNullable(locked.get(target)),
                locked.values().stream()
                        .filter(User::administrator)
                        .map(User::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<UserId> asked(Caller caller) {
        return caller.grant().isPresent() ? caller.actor() : Optional.empty();
    }

    private Map<UserId, User> lock(Stream<UserId> ids) {
        List<UserId> inOrder = List.copyOf(ids.collect(Collectors.toCollection(TreeSet::new)));
        return inOrder.stream()
                .flatMap(id -> users.lock(id).stream())
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    private void ask(Caller caller, Optional<UserId> target, Map<UserId, User> locked) {
        if (caller.grant().isEmpty()) {
            return;
        }
        Grant grant = caller.grant().get();
        User actor = caller.actor()
                .map(locked::get)
                .filter(user -> !user.isDisabled())
                .orElseThrow(() -> new NotAllowedException(Reason.ACCOUNT_CLOSED));
        SessionId session = new SessionId(grant.session());
        if (sessions.lock(session, clock.instant())
                .filter(held -> held.user().equals(actor.id()))
                .isEmpty()) {
            throw new NotAllowedException(Reason.SESSION_ENDED);
        }
        if (!grant.right().isHeldBy(actor, target)) {
            throw new NotAllowedException(Reason.RIGHT_LOST);
        }
    }
}
