package io.accounts4j.password;

import io.accounts4j.kernel.Port;

/**
 * Turns passwords into hashes and checks them. Slow on purpose: a {@link HashingBound} limits how many run at once.
 * Thread-safe. Proved by {@code PasswordHasherContract}.
 */
@Port
public interface PasswordHasher {

    /** The hash of {@code password} under a fresh salt. Refuses with {@link IllegalArgumentException} what {@link #accepts} does not. */
    PasswordHash hash(Password password);

    /**
     * Returns whether {@code hash} was made from {@code password}. An unreadable hash, a hash with parameters beyond the caps, and
     * a password that is not accepted never match; each costs the {@link #work} of {@code hash}. Never truncates.
     */
    boolean verify(Password password, PasswordHash hash);

    /** Returns whether {@code password} can be hashed whole: short enough for the scheme and made of storable text. */
    boolean accepts(Password password);

    /** Returns whether {@code hash} is weaker than what {@link #hash} makes now, so that it should be renewed at sign-in. */
    boolean isOutdated(PasswordHash hash);

    /**
     * The work of one {@link #verify} against {@code hash}, in a unit that is proportional to time and the same for all
     * formats of this hasher; a hasher of formats without a common unit measures them when it is made. A hash that it
     * cannot read has the work of one that it makes now.
     */
    long work(PasswordHash hash);

    /**
     * The work of every failed check: that of the dearest hash the host has enabled, at least that of one made now.
     * Cheaper checks are topped up to it by {@link #burn}.
     */
    long ceiling();

    /** Does {@code work}, 0 or more, without an outcome; at most a tenth of the {@link #ceiling} more or less. */
    void burn(long work);

    /** Returns whether this hasher is cheaper than the least that protects real users (OWASP ASVS 5.0, appendix C). */
    boolean isWeak();
}
