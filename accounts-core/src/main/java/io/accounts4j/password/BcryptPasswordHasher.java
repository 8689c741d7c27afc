package io.accounts4j.password;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.accounts4j.kernel.Text;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * bcrypt as the original uses it: writes {@code $2b$}, reads {@code $2a$}, {@code $2b$} and {@code $2y$}. A password has
 * at most 72 bytes of UTF-8 and no U+0000, because bcrypt would not look at what comes after. Thread-safe.
 */
public final class BcryptPasswordHasher implements PasswordHasher {

    /** The least cost that protects real users (OWASP ASVS 5.0, appendix C). */
    public static final int MIN_COST = 10;

    /** The default cost. */
    public static final int DEFAULT_COST = 12;

    /** The most bytes of UTF-8 in a password. */
    public static final int MAX_BYTES = 72;

    private static final int LOWEST_COST = 4;
    private static final int MAX_COST = 16;
    private static final Pattern STORED = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final String ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();
    private final BCrypt.Hasher hasher = BCrypt.with(BCrypt.Version.VERSION_2B);
    private final int cost;
    private final int ceiling;

    private BcryptPasswordHasher(int cost, int ceiling) {
        this.cost = cost;
        this.ceiling = ceiling;
    }

    /** At the default cost. */
    public static BcryptPasswordHasher create() {
        return ofCost(DEFAULT_COST);
    }

    /**
     * At 2 to the power of {@code cost} rounds.
     *
     * @param cost 10 to 16
     */
    public static BcryptPasswordHasher ofCost(int cost) {
        if (cost < MIN_COST || cost > MAX_COST) {
            throw new IllegalArgumentException("bcrypt cost must be " + MIN_COST + " to " + MAX_COST + ", not " + cost
                    + "; tests use the testkit's FastPasswordHasher");
        }
        return new BcryptPasswordHasher(cost, cost);
    }

    /**
     * The same hasher for a table that holds hashes of a higher cost, imported or made before the cost was lowered: every
     * failed check costs as much as one of {@code highest}, so that accounts with such hashes cannot be recognised.
     *
     * @param highest from the cost of this hasher to 16
     */
    public BcryptPasswordHasher withCeiling(int highest) {
        if (highest < cost || highest > MAX_COST) {
            throw new IllegalArgumentException("bcrypt ceiling must be >= " + cost + " and <= " + MAX_COST + ", got "
                    + highest + "; give the highest cost among the stored hashes");
        }
        return new BcryptPasswordHasher(cost, highest);
    }

    @Override
    public PasswordHash hash(Password password) {
        if (!accepts(password)) {
            throw new IllegalArgumentException("bcrypt takes at most " + MAX_BYTES + " bytes and no U+0000");
        }
        byte[] hashed = hasher.hash(cost, password.reveal().getBytes(StandardCharsets.UTF_8));
        return PasswordHash.of(new String(hashed, StandardCharsets.US_ASCII));
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        boolean accepted = accepts(password);
        boolean readable = isReadable(hash);
        return check(accepted ? password.reveal() : "", readable ? hash : unmatchable(cost)) && accepted && readable;
    }

    @Override
    public boolean accepts(Password password) {
        return Text.isStorable(password.reveal()) && password.bytes() <= MAX_BYTES;
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return costOf(hash) < cost;
    }

    /** 2 to the power of the cost. */
    @Override
    public long work(PasswordHash hash) {
        return 1L << (isReadable(hash) ? costOf(hash) : cost);
    }

    @Override
    public long ceiling() {
        return 1L << ceiling;
    }

    @Override
    public void burn(long work) {
        long left = work;
        for (int one = MAX_COST; one >= LOWEST_COST; one--) {
            for (; left >= 1L << one; left -= 1L << one) {
                boolean unused = check("", unmatchable(one));
            }
        }
    }

    @Override
    public boolean isWeak() {
        return false;
    }

    private PasswordHash unmatchable(int itsCost) {
        StringBuilder made = new StringBuilder(String.format(Locale.ROOT, "$2b$%02d$", itsCost));
        for (int i = 0; i < 53; i++) {
            made.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return PasswordHash.of(made.toString());
    }

    private static boolean check(String typed, PasswordHash hash) {
        byte[] stored = hash.encoded().getBytes(StandardCharsets.US_ASCII);
        return BCrypt.verifyer().verify(typed.getBytes(StandardCharsets.UTF_8), stored).verified;
    }

    private static boolean isReadable(PasswordHash hash) {
        int stored = costOf(hash);
        return stored >= LOWEST_COST && stored <= MAX_COST;
    }

    private static int costOf(PasswordHash hash) {
        Matcher matcher = STORED.matcher(hash.encoded());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }
}
