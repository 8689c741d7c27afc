package io.accounts4j.registration;

import io.accounts4j.event.AccountEvent.UserRegistered;
import io.accounts4j.event.Caller;
import io.accounts4j.internal.EventRecorder;
import io.accounts4j.job.JobQueue;
import io.accounts4j.kernel.Problem;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordPolicy;
import io.accounts4j.internal.Passwords;
import io.accounts4j.registration.Registration.Refused;
import io.accounts4j.registration.Registration.Registered;
import io.accounts4j.internal.Rights;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserName;
import io.accounts4j.user.UserRevision;
import io.accounts4j.user.UserStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers users: validates, hashes, then stores user, event and confirmation job in one transaction. Usually reached
 * through {@code Accounts}. Thread-safe.
 */
public final class Registering {

    /** What a policy may have said already of a password that cannot be hashed. */
    private static final Set<String> UNHASHABLE = Set.of("required", "too_long", "too_many_bytes", "characters");

    private final AccountStore store;
    private final JobQueue jobs;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final EventRecorder journal;
    private final Clock clock;
    private final Rights rights;

    /** Over the ports it uses. */
    public Registering(
            AccountStore store,
            JobQueue jobs,
            PasswordPolicy policy,
            Passwords passwords,
            EventRecorder journal,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.policy = policy;
        this.passwords = passwords.advising(
                "call prepareRegistration(...) before the transaction and registerUser(prepared) in it");
        this.journal = journal;
        this.clock = clock;
        this.rights = new Rights(store.users(), store.sessions(), clock);
    }

    /** Validates and hashes what can be judged without a connection. Slow: call it outside transactions. */
    public PreparedRegistration prepare(NewUser typed) {
        List<Problem> problems = problems(typed);
        Password password = typed.password();
        PasswordHash hash = password == null || !problems.isEmpty() ? null : passwords.hash(password);
        return new PreparedRegistration(typed, problems, hash);
    }

    /** Both steps in one. */
    public Registration register(NewUser typed, Caller caller) {
        return register(prepare(typed), caller);
    }

    /** Stores a prepared registration, in the transaction open on this thread or in one of its own. */
    public Registration register(PreparedRegistration prepared, Caller caller) {
        PasswordHash hash = prepared.hash();
        if (hash == null) {
            return new Refused(withTaken(prepared.typed().email(), prepared.problems()));
        }
        Instant now = clock.instant();
        User user = new User(
                UserId.next(now),
                new Email(Objects.requireNonNull(prepared.typed().email())),
                Objects.requireNonNull(prepared.typed().name()),
                false,
                UserStatus.unconfirmed(),
                UserRevision.first(now));
        return store.transactions().inTransaction(() -> add(user, hash, caller));
    }

    /** Everything wrong with {@code typed}, whether the address is taken included; stores nothing and hashes nothing. */
    public List<Problem> check(NewUser typed) {
        return withTaken(typed.email(), problems(typed));
    }

    private Registration add(User user, PasswordHash hash, Caller caller) {
        rights.ask(caller, Optional.empty());
        if (!store.users().add(user, hash)) {
            return new Refused(List.of(Problem.of("email", "taken")));
        }
        jobs.enqueue(MailJobs.confirmation(user.id()));
        journal.record(new UserRegistered(user.id()), caller);
        return new Registered(user);
    }

    private List<Problem> problems(NewUser typed) {
        List<Problem> problems = new ArrayList<>(Email.problems(typed.email()));
        problems.addAll(UserName.problems(typed.name()));
        problems.addAll(passwordProblems(typed.password()));
        return problems;
    }

    /** What the policy says and, where it does not know, what the hasher cannot take. */
    private List<Problem> passwordProblems(@Nullable Password typed) {
        Password password = typed == null ? null : typed.composed();
        List<Problem> problems = new ArrayList<>(policy.problems(password));
        boolean said = problems.stream().anyMatch(problem -> UNHASHABLE.contains(problem.code()));
        if (password != null && !said && !passwords.accepts(password)) {
            problems.add(
                    password.bytes() > BcryptPasswordHasher.MAX_BYTES
                            ? Problem.of("password", "too_many_bytes", "max", BcryptPasswordHasher.MAX_BYTES)
                            : Problem.of("password", "characters"));
        }
        return problems;
    }

    private List<Problem> withTaken(@Nullable String email, List<Problem> problems) {
        boolean taken = email != null
                && Email.problems(email).isEmpty()
                && store.users().findByEmail(new Email(email)).isPresent();
        if (!taken) {
            return problems;
        }
        List<Problem> all = new ArrayList<>(problems);
        all.add(Problem.of("email", "taken"));
        return all;
    }
}
