package io.accounts4j;

import io.accounts4j.users.Deletion;
import io.accounts4j.users.Update;
import io.accounts4j.users.UserChanges;
import io.accounts4j.confirmation.Confirmation;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.confirmation.ConfirmationLink;
import io.accounts4j.event.Caller;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.job.JobHandler;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Problem;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.registration.Registration;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.signin.Credentials;
import io.accounts4j.session.SignIn;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserSort;
import java.util.List;
import java.util.Optional;

/**
 * Users, passwords, sessions and the mail around them, on the host's own database. Immutable and thread-safe; starts no
 * thread and owns nothing that it was given.
 *
 * <p>Every method that writes takes part in the transaction open on the calling thread, or has one of its own. An
 * answer the caller must act on is a sealed outcome; a broken database is a {@link
 * io.accounts4j.kernel.AccountsException}, and a caller whose session, account or right has ended since they were let in
 * a {@link io.accounts4j.kernel.NotAllowedException}.
 */
public final class Accounts {

    private final Verbs verbs;
    private final Caller caller;

    Accounts(Verbs verbs, Caller caller) {
        this.verbs = verbs;
        this.caller = caller;
    }

    /** Collects what the library needs. */
    public static AccountsBuilder builder() {
        return new AccountsBuilder();
    }

    /** The same accounts, used on behalf of {@code onBehalfOf}, whom the event rows name. Costs nothing. */
    public Accounts as(Caller onBehalfOf) {
        return new Accounts(verbs, onBehalfOf);
    }

    // Registration

    /** Registers a user and queues the confirmation mail. Hashes, so it is slow inside a transaction of the host. */
    public Registration registerUser(NewUser user) {
        return verbs.registering().register(user, caller);
    }

    /** The slow half of a registration, validation and hashing, to be done before the host's transaction begins. */
    public PreparedRegistration prepareRegistration(NewUser user) {
        return verbs.registering().prepare(user);
    }

    /** The fast half of a registration, inside the host's transaction or on its own. */
    public Registration registerUser(PreparedRegistration prepared) {
        return verbs.registering().register(prepared, caller);
    }

    /** Everything wrong with a registration that is still being typed. Stores nothing. */
    public List<Problem> changeUser(NewUser user) {
        return verbs.registering().check(user);
    }

    // Confirmation

    /** Mails the confirmation link again, if that address waits for one; the answer is the same for every address. */
    public void requestConfirmation(String email) {
        verbs.confirming().request(email);
    }

    /** Judges a mailed confirmation link without using its token. */
    public ConfirmationLink confirmationLink(RawToken token) {
        return verbs.confirming().judge(token);
    }

    /** Confirms an address by the mailed token together with the password or a session of the user. */
    public Confirmation confirmUser(ConfirmationAttempt attempt) {
        return verbs.confirming().confirm(attempt, caller);
    }

    /** Confirms an address without a token, on the host's word; empty when there is no such user. */
    @CanIgnoreReturnValue
    public Optional<User> confirmUser(UserId id) {
        return verbs.confirming().confirmUser(id, caller);
    }

    // Signing in

    /** Opens a session for whoever knows the password. */
    public SignIn signIn(Credentials credentials) {
        return verbs.signingIn().signIn(credentials, caller);
    }

    /** The user with that address and password, unless the account is closed; the same work whether or not there is one. */
    public Optional<User> userByEmailAndPassword(String email, Password password) {
        return verbs.signingIn().userWith(email, password);
    }

    /**
     * Opens a session for a user the host has recognised by its own means. {@link
     * io.accounts4j.kernel.NotAllowedException} when the account is deleted or disabled.
     */
    public SessionToken generateSessionToken(User user) {
        return verbs.signingIn().open(user, caller);
    }

    /** The user who shows {@code token}; empty when the session is over. */
    public Optional<User> userBySession(SessionToken token) {
        return session(token).map(SignedInUser::user);
    }

    /** The user who shows {@code token} with the session itself; empty when it is over. */
    public Optional<SignedInUser> session(SessionToken token) {
        return verbs.signingIn().find(token);
    }

    /** Ends the session of {@code token}; {@code false} when there was none. */
    @CanIgnoreReturnValue
    public boolean deleteSessionToken(SessionToken token) {
        return verbs.signingIn().signOut(token, caller);
    }

    // Administration

    /** The user with that id. */
    public Optional<User> userById(UserId id) {
        return verbs.store().users().findById(id);
    }

    /** The user with that address, whatever its case; empty also for what is no address. */
    public Optional<User> userByEmail(String email) {
        return Email.isAddress(email) ? verbs.store().users().findByEmail(Email.stored(email)) : Optional.empty();
    }

    /** Everybody the filter lets through, newest first, all in memory. */
    public List<User> listUsers(UserFilter filter) {
        return verbs.administration().listing().all(filter);
    }

    /** One numbered page of users. */
    public Page<User> listUsers(UserFilter filter, UserSort sort, PageRequest page) {
        return verbs.administration().listing().page(filter, sort, page);
    }

    /** The users next to a position, at the same cost however deep in the list. */
    public Slice<User> listUsers(UserFilter filter, UserSort sort, Cursor position, int limit) {
        return verbs.administration().listing().slice(filter, sort, position, limit);
    }

    /** Changes a user; a new address or a lost right ends the user's sessions. */
    public Update updateUser(UserId id, UserChanges changes) {
        return verbs.administration().updating().update(id, changes, caller);
    }

    /** Everything wrong with changes that are still being typed. Stores nothing. */
    public List<Problem> changeUser(User user, UserChanges changes) {
        return verbs.administration().updating().check(user, changes, caller);
    }

    /** Deletes a user with sessions and tokens. */
    public Deletion deleteUser(UserId id) {
        return verbs.administration().deleting().delete(id, caller);
    }

    // For those who run it

    /** The handlers of the jobs that were queued here, for the engine that runs them. */
    public List<JobHandler> jobHandlers() {
        return verbs.jobHandlers();
    }

    /** Whether the database answers. */
    public HealthCheck health() {
        return verbs.store().health();
    }
}
