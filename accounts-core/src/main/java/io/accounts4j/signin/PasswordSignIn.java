package io.accounts4j.signin;

import io.accounts4j.event.AccountEvent.SignInFailed;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.internal.Passwords;
import io.accounts4j.internal.SessionOpening;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.session.SignIn;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserPassword;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks passwords and opens sessions. Every refusal costs one password check and the same statements, so that nobody learns
 * from the clock who has an account.
 */
final class PasswordSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    private final Parts parts;
    private final AccountStore store;
    private final Passwords passwords;
    private final SessionPolicy policy;

    PasswordSignIn(Parts parts, SessionPolicy policy) {
        this.parts = parts;
        this.store = parts.store();
        this.passwords = parts.passwords()
                .advising("call signIn().withPassword(...) and signIn().verify(...) before the transaction, or"
                        + " sessions().open(user) in it for a user you have recognised before");
        this.policy = policy;
    }

    /**
     * Opens a session for the user who knows the password. The session rests on what is stored when it is opened, not on what
     * was stored when the password was checked: a change in between that would have ended it keeps it from beginning.
     */
    SignIn signIn(Credentials credentials, Caller caller) {
        Optional<UserPassword> known = find(credentials.email());
        Optional<UserPassword> admitted = admitted(known, credentials.password());
        Optional<SignIn.SignedIn> opened = admitted.flatMap(found -> openIfCurrent(found, credentials, caller));
        if (admitted.isPresent() && opened.isEmpty()) {
            // Another sign-in may just have renewed the hash of the same password.
            opened = admitted(find(credentials.email()), credentials.password())
                    .flatMap(found -> openIfCurrent(found, credentials, caller));
        }
        if (opened.isEmpty()) {
            parts.events()
                    .record(new SignInFailed(known.map(found -> found.user().id())), caller);
            return new SignIn.Rejected();
        }
        return opened.get();
    }

    /** The user with that address and password, unless the account is closed. Opens no session and writes no event. */
    Optional<User> verify(String email, Password password) {
        Optional<UserPassword> verified = verified(find(email), password, user -> !user.isDisabled());
        verified.ifPresent(found -> renew(found, password));
        return verified.map(UserPassword::user);
    }

    private Optional<UserPassword> find(String email) {
        return Email.isAddress(email) ? store.passwords().find(Email.stored(email)) : Optional.empty();
    }

    /** Returns the user whose password matches and who is {@code admitted}; one call for both, so that each refusal costs the same work. */
    private Optional<UserPassword> verified(Optional<UserPassword> known, Password password, Predicate<User> admitted) {
        boolean verified = passwords.verify(
                password,
                known.map(UserPassword::hash),
                known.map(UserPassword::user).filter(admitted).isPresent());
        return known.filter(found -> verified);
    }

    private Optional<UserPassword> admitted(Optional<UserPassword> known, Password password) {
        return verified(known, password, this::maySignIn);
    }

    /** Opens a session unless user or password were changed since {@code checked} was read. */
    private Optional<SignIn.SignedIn> openIfCurrent(UserPassword checked, Credentials credentials, Caller caller) {
        Optional<SignIn.SignedIn> opened = store.transactions()
                .inTransaction(() -> store.users()
                        .lock(checked.user().id())
                        .flatMap(locked -> find(credentials.email()))
                        .filter(current -> isSame(checked, current) && maySignIn(current.user()))
                        .map(current -> new SessionOpening(parts, policy).open(current.user(), caller)));
        opened.ifPresent(done -> renew(checked, credentials.password()));
        return opened;
    }

    private static boolean isSame(UserPassword checked, UserPassword current) {
        return checked.user().id().equals(current.user().id())
                && checked.hash().encoded().equals(current.hash().encoded());
    }

    /**
     * A lost race leaves the other hash, which is right: somebody changed the password meanwhile. The user is not refused
     * because this fails: the next sign-in tries again.
     */
    private void renew(UserPassword found, Password password) {
        if (!passwords.isOutdated(found.hash())) {
            return;
        }
        try {
            PasswordHash renewed = passwords.hash(password);
            boolean unused = store.passwords().replace(found.user().id(), found.hash(), renewed);
        } catch (AccountsException e) {
            LOG.info(
                    "the password hash of user {} was not renewed: {}",
                    found.user().id(),
                    e.getMessage());
        }
    }

    private boolean maySignIn(User user) {
        return !user.isDisabled() && (user.isConfirmed() || !policy.requireConfirmation());
    }
}
