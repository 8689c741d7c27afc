package io.accounts4j.registration;

import io.accounts4j.event.AccountEvent.UserRegistered;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.internal.Passwords;
import io.accounts4j.internal.Rights;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserName;
import io.accounts4j.user.UserRevision;
import io.accounts4j.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers users: validates, hashes, then stores user, event and confirmation job in one transaction. */
final class Registering {

    private final Parts parts;
    private final Passwords passwords;
    private final Rights rights;

    Registering(Parts parts) {
        this.parts = parts;
        this.passwords = parts.passwords()
                .advising("call registration().prepare(...) before the transaction and register(prepared) in it");
        this.rights = parts.rights();
    }

    /** Validates and hashes what can be judged without a connection. Slow: call it outside transactions. */
    PreparedRegistration prepare(NewUser typed) {
        List<Problem> problems = problems(typed);
        if (!problems.isEmpty()) {
            return new InvalidRegistration(typed.email(), problems);
        }
        return new ValidRegistration(
                new Email(Objects.requireNonNull(typed.email())),
                Objects.requireNonNull(typed.name()),
                passwords.hash(Objects.requireNonNull(typed.password())));
    }

    /** Stores a prepared registration, in the transaction open on this thread or in one of its own. */
    Outcome<User> register(PreparedRegistration prepared, Caller caller) {
        if (prepared instanceof ValidRegistration valid) {
            Instant now = parts.clock().instant();
            User user = new User(
                    UserId.next(now),
                    valid.email(),
                    valid.name(),
                    false,
                    UserStatus.unconfirmed(),
                    UserRevision.first(now));
            return parts.store().transactions().inTransaction(() -> add(user, valid.hash(), caller));
        }
        InvalidRegistration invalid = (InvalidRegistration) prepared;
        return Outcome.refused(withTaken(invalid.email(), invalid.problems()));
    }

    /** Everything wrong with {@code typed}, a taken address included; stores nothing and hashes nothing. */
    List<Problem> check(NewUser typed) {
        return withTaken(typed.email(), problems(typed));
    }

    private Outcome<User> add(User user, PasswordHash hash, Caller caller) {
        rights.ask(caller, Optional.empty());
        if (!parts.store().users().add(user, hash)) {
            return Outcome.refused(Problem.of("email", ProblemCode.TAKEN));
        }
        parts.jobs().enqueue(MailJobs.confirmation(user.id()));
        parts.events().record(new UserRegistered(user.id()), caller);
        return Outcome.done(user);
    }

    private List<Problem> problems(NewUser typed) {
        List<Problem> problems = new ArrayList<>(Email.problems(typed.email()));
        problems.addAll(UserName.problems(typed.name()));
        problems.addAll(passwords.problems(typed.password()));
        return problems;
    }

    private List<Problem> withTaken(@Nullable String email, List<Problem> problems) {
        boolean taken = email != null
                && Email.problems(email).isEmpty()
                && parts.store().users().findByEmail(new Email(email)).isPresent();
        if (!taken) {
            return problems;
        }
        List<Problem> all = new ArrayList<>(problems);
        all.add(Problem.of("email", ProblemCode.TAKEN));
        return all;
    }
}
