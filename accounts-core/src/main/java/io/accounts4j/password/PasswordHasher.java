package io.accounts4j.password;

import io.accounts4j.kernel.Port;

/**
 * Turns passwords into hashes and checks them. Slow on purpose: {@link Passwords} bounds how many run at once.
 * Thread-safe. Proved by {@code PasswordHasherContract}.
 */
@Port
public interface PasswordHasher {

    /** The hash of {@code password} under a fresh salt. Refuses with {@link IllegalArgumentException} what {@link #accepts} does not. */
    PasswordHash hash(Password password);

    /**
     * Whether {@code password} is the one {@code hash} was made from. A hash this hasher cannot read, or one whose
     * parameters are beyond its caps, matches nothing, and neither does a password it does not accept; both cost what a
     * real check costs. Never truncates.
     */
    boolean verify(Password password, PasswordHash hash);

    /** Whether {@code password} can be hashed whole: short enough for the scheme and made of storable text. */
    boolean accepts(Password password);

    /** Whether {@code hash} is weaker than what {@link #hash} makes now, so that it should be renewed at sign-in. */
    boolean isOutdated(PasswordHash hash);

    /** A hash of today's parameters that no password matches: checking it costs what a real check costs. */
    PasswordHash unmatchable();

    /** Whether this hasher is cheaper than the least that protects real users (OWASP ASVS 5.0, appendix C). */
    boolean isWeak();
}
