package io.accounts4j.integration.faults;

/**
 * How often a fault is caused: {@code -Daccounts.faults=long} for the long set, a number for so many times the short one,
 * and the short one by default.
 */
final class Rounds {

    private static final String WANTED = System.getProperty("accounts.faults", "short");

    /** The seed of all random choices; printed with every result. */
    static final long SEED = Long.getLong("accounts.seed", System.nanoTime());

    private Rounds() {}

    static int of(int inShortSet, int inLongSet) {
        return switch (WANTED) {
            case "short" -> inShortSet;
            case "long" -> inLongSet;
            default -> inShortSet * Integer.parseInt(WANTED);
        };
    }
}
