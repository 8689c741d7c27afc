package io.accounts4j.confirmation;

import io.accounts4j.confirmation.Confirmation.Confirmed;
import io.accounts4j.confirmation.Confirmation.Refused;
import io.accounts4j.event.AccountEvent.UserConfirmed;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.EventRecorder;
import io.accounts4j.job.JobQueue;
import io.accounts4j.kernel.Problem;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.internal.MailRequests;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.internal.Passwords;
import io.accounts4j.internal.Revocation;
import io.accounts4j.internal.Rights;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserPassword;
import io.accounts4j.user.UserRepository.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Confirms addresses. The mailed token alone is not enough, unless told so: the password or a session of the user must
 * come with it, so that whoever registers another's address gains nothing when the owner opens the link. Usually reached
 * through {@code Accounts}. Thread-safe.
 */
public final class Confirming {

    private final AccountStore store;
    private final JobQueue jobs;
    private final Passwords passwords;
    private final Revocation revocation;
    private final EventRecorder journal;
    private final Settings settings;
    private final Rights rights;
    private final MailRequests requests;

    /** Over the ports it uses. */
    public Confirming(
            AccountStore store,
            JobQueue jobs,
            Passwords passwords,
            Revocation revocation,
            EventRecorder journal,
            Settings settings) {
        this.store = store;
        this.jobs = jobs;
        this.passwords = passwords.advising(
                "call confirmUser(...) before the transaction, or with a session of the user instead of the password");
        this.revocation = revocation;
        this.journal = journal;
        this.settings = settings;
        this.requests = new MailRequests(store.users(), jobs);
        this.rights = new Rights(store.users(), store.sessions(), settings.clock());
    }

    /**
     * What can be set about confirming.
     *
     * @param lenient whether the token alone confirms
     */
    public record Settings(Clock clock, boolean lenient) {}

    /**
     * Sends the link again if {@code email} belongs to a user who has not confirmed it. The answer and the work are the
     * same for every address, see {@link MailRequests}.
     */
    public void request(String email) {
        requests.request(email, user -> !user.isConfirmed(), MailJobs::confirmation);
    }

    /** Judges the link that {@code raw} came by. Reads only: opening a link any number of times changes nothing. */
    public ConfirmationLink judge(RawToken raw) {
        Optional<User> owner = find(raw).flatMap(this::ownerOf);
        if (owner.filter(user -> !user.isConfirmed()).isPresent()) {
            return ConfirmationLink.VALID;
        }
        boolean confirmed = owner.or(() -> used(raw).flatMap(this::ownerOf))
                .filter(User::isConfirmed)
                .isPresent();
        return confirmed ? ConfirmationLink.ALREADY_CONFIRMED : ConfirmationLink.INVALID;
    }

    /** Confirms the address a token was mailed to, and ends the user's other sessions and tokens. */
    public Confirmation confirm(ConfirmationAttempt attempt, Caller caller) {
        Optional<RawToken> raw = attempt.token();
        Optional<User> owner = raw.flatMap(this::find).flatMap(this::ownerOf);
        if (raw.isEmpty() || owner.isEmpty()) {
            return refused("token", "token_invalid");
        }
        Optional<SessionId> session = sessionOf(owner.get(), attempt);
        Optional<PasswordHash> matched = session.isPresent() ? Optional.empty() : matched(owner.get(), attempt);
        if (!settings.lenient() && session.isEmpty() && matched.isEmpty()) {
            return refused("password", "not_valid");
        }
        return store.transactions().inTransaction(() -> {
            Optional<User> locked = rights.lock(owner.get().id(), caller).filter(user -> !user.isDisabled());
            if (!settings.lenient() && locked.isPresent() && !isStillProof(locked.get(), session, matched)) {
                return refused("password", "not_valid");
            }
            return locked.filter(user -> consume(raw.get(), user))
                    .map(user -> confirm(user, raw.get(), session, caller))
                    .orElseGet(() -> refused("token", "token_invalid"));
        });
    }

    /** Asks once more, now that nobody can change the user, whether the session lasts or the password is the same. */
    private boolean isStillProof(User locked, Optional<SessionId> session, Optional<PasswordHash> matched) {
        if (session.isPresent()) {
            return store.sessions().lock(session.get(), now()).isPresent();
        }
        Optional<String> stored =
                store.passwords().find(locked.email()).map(UserPassword::hash).map(PasswordHash::encoded);
        return stored.isPresent() && stored.equals(matched.map(PasswordHash::encoded));
    }

    /** Confirms the address of {@code id} without a token; empty when there is no such user. */
    public Optional<User> confirmUser(UserId id, Caller caller) {
        return store.transactions().inTransaction(() -> rights.lock(id, caller).map(user -> store(user, caller)));
    }

    private Confirmation confirm(User user, RawToken used, Optional<SessionId> session, Caller caller) {
        revocation.everythingOf(user.id(), session);
        store.tokens().add(Token.of(used, TokenPurpose.CONFIRMED, user.id(), user.email(), now()));
        return new Confirmed(store(user, caller));
    }

    private User store(User user, Caller caller) {
        if (user.isConfirmed()) {
            return user;
        }
        User confirmed = user.confirmedAt(now()).revisedAt(now());
        if (store.users().update(confirmed) != Change.DONE) {
            throw new IllegalStateException("a locked user could not be updated");
        }
        jobs.enqueue(MailJobs.welcome(user.id()));
        journal.record(new UserConfirmed(user.id()), caller);
        return confirmed;
    }

    private Optional<Token> find(RawToken raw) {
        return store.tokens().find(raw.hash(), TokenPurpose.CONFIRMATION, now());
    }

    private Optional<Token> used(RawToken raw) {
        return store.tokens().find(raw.hash(), TokenPurpose.CONFIRMED, now());
    }

    /** The user is locked first, as by everybody who ends tokens: in the other order two of them could wait for each other. */
    private boolean consume(RawToken raw, User locked) {
        return store.tokens()
                .consume(raw.hash(), TokenPurpose.CONFIRMATION, now())
                .filter(token -> isFor(token, locked))
                .isPresent();
    }

    private Optional<User> ownerOf(Token token) {
        return store.users().findById(token.user()).filter(user -> isFor(token, user));
    }

    private static boolean isFor(Token token, User user) {
        return token.sentTo().equals(user.email());
    }

    private Optional<SessionId> sessionOf(User owner, ConfirmationAttempt attempt) {
        return attempt.session()
                .flatMap(token -> store.sessions().find(token.hash(), now()))
                .filter(found ->
                        found.user().id().equals(owner.id()) && !found.user().isDisabled())
                .map(SignedInUser::session)
                .map(session -> session.id());
    }

    /** The stored hash that the typed password matches. */
    private Optional<PasswordHash> matched(User owner, ConfirmationAttempt attempt) {
        return attempt.password().flatMap(typed -> {
            Optional<PasswordHash> stored =
                    store.passwords().find(owner.email()).map(UserPassword::hash);
            return passwords.verify(typed, stored) ? stored : Optional.empty();
        });
    }

    private Instant now() {
        return settings.clock().instant();
    }

    private static Confirmation refused(String field, String code) {
        return new Refused(List.of(Problem.of(field, code)));
    }
}
