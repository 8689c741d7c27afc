package io.accounts4j.internal;

import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.HashingBound;
import io.accounts4j.password.HashingBusyException;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordHasher;
import io.accounts4j.password.PasswordPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hashing under a bound, with the same work for every refusal: an unknown user, a user without a password, a closed
 * account, a password too long for the scheme, a hash of an older cost and an unreadable one cost as much as the dearest
 * check that the host has enabled ({@link PasswordHasher#ceiling}). Passwords are hashed in their composed form (NFC, NIST
 * SP 800-63B-4 3.1.1.2); one typed in another form is checked in both, because other systems hash what was typed. Callers
 * hold no database connection meanwhile. Thread-safe; first come, first served.
 */
public final class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    /** The hash of an account without a password: no hasher can read it, so a check costs full work and matches nothing. */
    private static final PasswordHash NO_PASSWORD = PasswordHash.of("");

    /** The codes by which a policy may have refused a password that cannot be hashed. */
    private static final Set<ProblemCode> UNHASHABLE =
            Set.of(ProblemCode.REQUIRED, ProblemCode.TOO_LONG, ProblemCode.TOO_MANY_BYTES, ProblemCode.CHARACTERS);

    private final AtomicBoolean warned;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final HashingBound bound;
    private final TransactionGuard outside;
    private final Semaphore running;
    private final Semaphore admitted;
    private final String remedy;

    /** With the policy for new passwords and a hasher, at most {@code bound} at work, and as a rule none inside a transaction. */
    public Passwords(PasswordPolicy policy, PasswordHasher hasher, HashingBound bound, TransactionGuard outside) {
        this.warned = new AtomicBoolean();
        this.policy = policy;
        this.hasher = hasher;
        this.bound = bound;
        this.outside = outside;
        this.running = new Semaphore(bound.permits(), true);
        this.admitted = new Semaphore(bound.permits() + bound.queue());
        this.remedy = "hash before the transaction";
    }

    private Passwords(Passwords shared, String remedy) {
        this.warned = shared.warned;
        this.policy = shared.policy;
        this.hasher = shared.hasher;
        this.bound = shared.bound;
        this.outside = shared.outside;
        this.running = shared.running;
        this.admitted = shared.admitted;
        this.remedy = remedy;
    }

    /** The same passwords under the same bound, for a verb with its own way out of an open transaction. */
    public Passwords advising(String wayOut) {
        return new Passwords(this, wayOut);
    }

    /**
     * Returns everything wrong with {@code typed} as a new password: the policy's problems and, where the policy does not
     * cover it, what the hasher cannot take. Quick, unlike the rest.
     */
    public List<Problem> problems(@Nullable Password typed) {
        Password password = typed == null ? null : typed.composed();
        List<Problem> problems = new ArrayList<>(policy.problems(password));
        if (password == null && problems.isEmpty()) {
            problems.add(Problem.of("password", ProblemCode.REQUIRED));
        }
        boolean covered = problems.stream().anyMatch(problem -> UNHASHABLE.contains(problem.code()));
        if (password != null && !covered && !hasher.accepts(password)) {
            problems.add(
                    password.bytes() > BcryptPasswordHasher.MAX_BYTES
                            ? Problem.of("password", ProblemCode.TOO_MANY_BYTES, "max", BcryptPasswordHasher.MAX_BYTES)
                            : Problem.of("password", ProblemCode.CHARACTERS));
        }
        return problems;
    }

    /** The hash of {@code password}. {@link HashingBusyException} when the bound is reached. */
    public PasswordHash hash(Password password) {
        return within(() -> hasher.hash(password.composed()));
    }

    /** Returns whether {@code password} matches {@code hash}; the same work when there is no hash to match. */
    public boolean verify(Password password, Optional<PasswordHash> hash) {
        return verify(password, hash, true);
    }

    /**
     * Returns whether {@code password} matches {@code hash} and {@code admitted} is true; the same work for every {@code false}.
     *
     * @param admitted false if even the right password is refused, such as for a closed account
     */
    public boolean verify(Password password, Optional<PasswordHash> hash, boolean admitted) {
        hash.ifPresent(this::warnOfDearer);
        return within(() -> {
            PasswordHash checked = hash.orElse(NO_PASSWORD);
            long done = 0;
            long full = 0;
            for (Password form : forms(password)) {
                if (hasher.verify(form, checked) && hash.isPresent() && admitted) {
                    return true;
                }
                done += hasher.work(checked);
                full += hasher.ceiling();
            }
            hasher.burn(Math.max(0, full - done));
            return false;
        });
    }

    /** Returns whether {@code hash} should be renewed now that its password is at hand. */
    public boolean isOutdated(PasswordHash hash) {
        return hasher.isOutdated(hash);
    }

    private static List<Password> forms(Password typed) {
        Password composed = typed.composed();
        return composed.reveal().equals(typed.reveal()) ? List.of(typed) : List.of(composed, typed);
    }

    /** A failed check of such a hash costs more than the others, which shows that the account exists. */
    private void warnOfDearer(PasswordHash hash) {
        if (hasher.work(hash) > hasher.ceiling() && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "a stored password hash costs {} times a failed check, so that its account can be told by timing;"
                            + " raise the ceiling, such as BcryptPasswordHasher.withCeiling(...)",
                    hasher.work(hash) / hasher.ceiling());
        }
    }

    private <T> T within(Supplier<T> work) {
        outside.check(remedy);
        if (!admitted.tryAcquire()) {
            throw new HashingBusyException();
        }
        try {
            if (!running.tryAcquire(bound.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new HashingBusyException();
            }
            try {
                return work.get();
            } finally {
                running.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException();
        } finally {
            admitted.release();
        }
    }
}
