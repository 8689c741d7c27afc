package io.accounts4j.testkit;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * bcrypt at an insecure cost of about a millisecond. The builder refuses this hasher without {@code
 * allowWeakPasswordHashing()}. Reads the same hashes as {@link BcryptPasswordHasher}. Thread-safe.
 */
public final class FastPasswordHasher implements PasswordHasher {

    private static final int LEAST = 4;
    private static final Pattern READABLE = Pattern.compile("\\$2[aby]\\$(?:0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    private final PasswordHasher real = BcryptPasswordHasher.create();
    private final BCrypt.Hasher hasher = BCrypt.with(BCrypt.Version.VERSION_2B);
    private final int cost;
    private final PasswordHash unmatchable;

    private FastPasswordHasher(int cost) {
        this.cost = cost;
        this.unmatchable = PasswordHash.of(String.format(Locale.ROOT, "$2b$%02d$", cost) + ".".repeat(53));
    }

    /** A hasher at the lowest cost, 4. */
    public static FastPasswordHasher create() {
        return ofCost(LEAST);
    }

    /**
     * A hasher at another cost, for tests of outdated hashes.
     *
     * @param cost 4 to 9
     */
    public static FastPasswordHasher ofCost(int cost) {
        if (cost < LEAST || cost >= BcryptPasswordHasher.MIN_COST) {
            throw new IllegalArgumentException("cost must be 4 to 9, got " + cost);
        }
        return new FastPasswordHasher(cost);
    }

    @Override
    public PasswordHash hash(Password password) {
        if (!accepts(password)) {
            throw new IllegalArgumentException("too long for bcrypt, or not storable");
        }
        byte[] hashed = hasher.hash(cost, password.reveal().getBytes(StandardCharsets.UTF_8));
        return PasswordHash.of(new String(hashed, StandardCharsets.US_ASCII));
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        boolean readable = isReadable(hash);
        return real.verify(password, readable ? hash : unmatchable) && readable;
    }

    @Override
    public boolean accepts(Password password) {
        return real.accepts(password);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !isReadable(hash) || Integer.parseInt(hash.encoded().substring(4, 6)) < cost;
    }

    @Override
    public long work(PasswordHash hash) {
        return isReadable(hash) ? real.work(hash) : ceiling();
    }

    @Override
    public long ceiling() {
        return 1L << cost;
    }

    @Override
    public void burn(long work) {
        real.burn(work);
    }

    @Override
    public boolean isWeak() {
        return true;
    }

    private static boolean isReadable(PasswordHash hash) {
        return READABLE.matcher(hash.encoded()).matches();
    }
}
