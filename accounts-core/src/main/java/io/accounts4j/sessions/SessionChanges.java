package io.accounts4j.sessions;

import io.accounts4j.event.AccountEvent.SignedOut;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.internal.SessionOpening;
import io.accounts4j.kernel.NotAllowedException;
import io.accounts4j.kernel.NotAllowedException.Reason;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import java.util.Optional;

/** Opens sessions without a password, and ends them. */
final class SessionChanges {

    private final Parts parts;
    private final AccountStore store;
    private final SessionPolicy policy;

    SessionChanges(Parts parts, SessionPolicy policy) {
        this.parts = parts;
        this.store = parts.store();
        this.policy = policy;
    }

    SessionToken open(UserId user, Caller caller) {
        return store.transactions().inTransaction(() -> {
            User locked = parts.rights()
                    .lock(user, caller)
                    .filter(now -> !now.isDisabled())
                    .orElseThrow(() -> new NotAllowedException(Reason.ACCOUNT_CLOSED));
            return new SessionOpening(parts, policy).open(locked, caller).token();
        });
    }

    Optional<SignedInUser> find(SessionToken token) {
        return store.sessions()
                .find(token.hash(), parts.clock().instant())
                .filter(found -> !found.user().isDisabled());
    }

    boolean revoke(SessionToken token, Caller caller) {
        return store.transactions().inTransaction(() -> {
            // Every verb that ends sessions locks the user first: in the other order two could wait for each other.
            Optional<User> unused = store.sessions()
                    .find(token.hash(), parts.clock().instant())
                    .flatMap(found -> store.users().lock(found.user().id()));
            Optional<Session> ended = store.sessions().delete(token.hash());
            ended.ifPresent(session -> {
                parts.events().record(new SignedOut(session.user()), caller);
                parts.revocation().announce(session.user());
            });
            return ended.isPresent();
        });
    }
}
