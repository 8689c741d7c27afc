package io.accounts4j.confirmation;

import io.accounts4j.event.AccountEvent.UserConfirmed;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.internal.Passwords;
import io.accounts4j.internal.Rights;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.password.PasswordHash;
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
import java.time.Instant;
import java.util.Optional;

/**
 * Confirms addresses. The mailed token alone is not enough, unless {@link ConfirmationSettings#tokenSuffices}: the password or a session of the user must
 * come with it, so that whoever registers another's address gains nothing when the owner opens the link. Thread-safe.
 */
final class Confirming {

    private final Parts parts;
    private final AccountStore store;
    private final Passwords passwords;
    private final ConfirmationSettings settings;
    private final Rights rights;

    Confirming(Parts parts, ConfirmationSettings settings) {
        this.parts = parts;
        this.store = parts.store();
        this.passwords = parts.passwords()
                .advising(
                        "call confirmation().confirm(...) before the transaction, or with a session of the user instead"
                                + " of the password");
        this.settings = settings;
        this.rights = parts.rights();
    }

    /**
     * Sends the link again if {@code email} belongs to a user who has not confirmed it. The answer and the work are the
     * same for every address, see {@link io.accounts4j.internal.MailRequests}.
     */
    void request(String email) {
        parts.requests().request(email, user -> !user.isConfirmed(), MailJobs::confirmation);
    }

    /** Returns the state of the link that {@code raw} came by. Reads only. */
    ConfirmationLink inspect(RawToken raw) {
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
    Outcome<User> confirm(ConfirmationAttempt attempt, Caller caller) {
        Optional<RawToken> raw = attempt.token();
        Optional<User> owner = raw.flatMap(this::find).flatMap(this::ownerOf);
        if (raw.isEmpty() || owner.isEmpty()) {
            return refused("token", ProblemCode.TOKEN_INVALID);
        }
        Optional<SessionId> session = sessionOf(owner.get(), attempt);
        Optional<PasswordHash> matched = session.isPresent() ? Optional.empty() : matched(owner.get(), attempt);
        if (!settings.tokenSuffices() && session.isEmpty() && matched.isEmpty()) {
            return refused("password", ProblemCode.INCORRECT);
        }
        return store.transactions().inTransaction(() -> {
            Optional<User> locked = rights.lock(owner.get().id(), caller).filter(user -> !user.isDisabled());
            if (!settings.tokenSuffices() && locked.isPresent() && !isStillProof(locked.get(), session, matched)) {
                return refused("password", ProblemCode.INCORRECT);
            }
            return locked.filter(user -> consume(raw.get(), user))
                    .map(user -> confirm(user, raw.get(), session, caller))
                    .orElseGet(() -> refused("token", ProblemCode.TOKEN_INVALID));
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

    /** Confirms the address of {@code id} without a token. */
    Outcome<User> confirm(UserId id, Caller caller) {
        return store.transactions()
                .inTransaction(() -> rights.lock(id, caller)
                        .map(user -> Outcome.done(store(user, caller)))
                        .orElseGet(() -> Outcome.refused(Problem.of(ProblemCode.ABSENT))));
    }

    private Outcome<User> confirm(User user, RawToken used, Optional<SessionId> session, Caller caller) {
        parts.revocation().everythingOf(user.id(), session);
        store.tokens().add(Token.of(used, TokenPurpose.CONFIRMED, user.id(), user.email(), now()));
        return Outcome.done(store(user, caller));
    }

    private User store(User user, Caller caller) {
        if (user.isConfirmed()) {
            return user;
        }
        User confirmed = user.confirmedAt(now()).revisedAt(now());
        if (store.users().update(confirmed) != Change.DONE) {
            throw new IllegalStateException("a locked user could not be updated");
        }
        parts.jobs().enqueue(MailJobs.welcome(user.id()));
        parts.events().record(new UserConfirmed(user.id()), caller);
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
        return parts.clock().instant();
    }

    private static Outcome<User> refused(String field, ProblemCode code) {
        return Outcome.refused(Problem.of(field, code));
    }
}
