package io.accounts4j.signin;

import io.accounts4j.event.AccountEvent.SignInFailed;
import io.accounts4j.event.AccountEvent.SignedIn;
import io.accounts4j.event.AccountEvent.SignedOut;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.EventRecorder;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.kernel.NotAllowedException;
import io.accounts4j.kernel.NotAllowedException.Reason;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.internal.Passwords;
import io.accounts4j.internal.Revocation;
import io.accounts4j.internal.Rights;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserPassword;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs users in and out. Every refusal costs one password check and the same statements, so that nobody learns from the
 * clock who has an account. Usually reached through {@code Accounts}. Thread-safe.
 */
public final class SigningIn {
    private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);

    private final AccountStore store;
    private final Passwords passwords;
    private final SessionPolicy policy;
    private final Revocation revocation;
    private final EventRecorder journal;
    private final Clock clock;
    private final Rights rights;

    /** Over the ports it uses. */
    public SigningIn(
            AccountStore store,
            Passwords passwords,
            SessionPolicy policy,
            Revocation revocation,
            EventRecorder journal,
            Clock clock) {
        this.store = store;
        this.passwords = passwords.advising("call signIn(...) and userByEmailAndPassword(...) before the transaction,"
                + " or generateSessionToken(user) in it for a user you have recognised before");
        this.policy = policy;
        this.revocation = revocation;
        this.journal = journal;
        this.clock = clock;
        this.rights = new Rights(store.users(), store.sessions(), clock);
    }

    /**
     * Opens a session for whoever knows the password. The session rests on what is stored when it is opened, not on what
     * was stored when the password was checked: a change in between that would have ended it keeps it from beginning.
     */
    public SignIn signIn(Credentials credentials, Caller caller) {
        Optional<UserPassword> known = find(credentials.email());
        Optional<UserPassword> admitted = admitted(known, credentials.password());
        Optional<SignIn.SignedIn> opened = admitted.flatMap(found -> openIfCurrent(found, credentials, caller));
        if (admitted.isPresent() && opened.isEmpty()) {
            // Another sign-in may just have renewed the hash of the same password.
            opened = admitted(find(credentials.email()), credentials.password())
                    .flatMap(found -> openIfCurrent(found, credentials, caller));
        }
        if (opened.isEmpty()) {
            journal.record(new SignInFailed(known.map(found -> found.user().id())), caller);
            return new SignIn.Rejected();
        }
        return opened.get();
    }

    /** The user with that address and password, unless the account is closed. Opens no session and writes no event. */
    public Optional<User> userWith(String email, Password password) {
        Optional<UserPassword> verified = verified(find(email), password, user -> !user.isDisabled());
        verified.ifPresent(found -> renew(found, password));
        return verified.map(UserPassword::user);
    }

    /**
     * Opens a session for {@code user} without asking for a password: for hosts that have their own proof. {@link
     * NotAllowedException} when the account is deleted or disabled by now.
     */
    public SessionToken open(User user, Caller caller) {
        SessionToken token = SessionToken.random();
        return store.transactions().inTransaction(() -> {
            User locked = rights.lock(user.id(), caller)
                    .filter(now -> !now.isDisabled())
                    .orElseThrow(() -> new NotAllowedException(Reason.ACCOUNT_CLOSED));
            Session unused = open(locked, token, caller);
            return token;
        });
    }

    /** Who shows {@code token}; empty when the session is over or the account was closed. One statement, no write. */
    public Optional<SignedInUser> find(SessionToken token) {
        return store.sessions()
                .find(token.hash(), clock.instant())
                .filter(found -> !found.user().isDisabled());
    }

    /** Ends the session of {@code token}; {@code false} when there was none. */
    public boolean signOut(SessionToken token, Caller caller) {
        return store.transactions().inTransaction(() -> {
            // The user is locked first, as by everybody who ends sessions: in the other order two could wait for each
            // other.
            Optional<User> unused = store.sessions()
                    .find(token.hash(), clock.instant())
                    .flatMap(found -> store.users().lock(found.user().id()));
            Optional<Session> ended = store.sessions().delete(token.hash());
            ended.ifPresent(session -> {
                journal.record(new SignedOut(session.user()), caller);
                revocation.announce(session.user());
            });
            return ended.isPresent();
        });
    }

    private Optional<UserPassword> find(String email) {
        return Email.isAddress(email) ? store.passwords().find(Email.stored(email)) : Optional.empty();
    }

    /** Who is recognised and {@code admitted}; refused work is equal work, so both are asked in one call. */
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
                        .map(current -> signedIn(current.user(), caller)));
        opened.ifPresent(done -> renew(checked, credentials.password()));
        return opened;
    }

    private static boolean isSame(UserPassword checked, UserPassword current) {
        return checked.user().id().equals(current.user().id())
                && checked.hash().encoded().equals(current.hash().encoded());
    }

    private SignIn.SignedIn signedIn(User user, Caller caller) {
        SessionToken token = SessionToken.random();
        return new SignIn.SignedIn(new SignedInUser(user, open(user, token, caller)), token);
    }

    /**
     * Lost races leave the other hash, which is right: somebody changed the password meanwhile. Whoever is recognised is
     * not turned away because this fails: the next sign-in tries again.
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

    private Session open(User user, SessionToken token, Caller caller) {
        Instant now = clock.instant();
        Session session =
                new Session(SessionId.next(now), user.id(), now, now, now.plus(policy.validity()), caller.client());
        store.sessions().add(session, token.hash());
        journal.record(new SignedIn(user.id()), caller);
        return session;
    }
}
