package io.accounts4j.health;

/**
 * The result of a health check.
 *
 * @param detail a few words for operators, without addresses, names or statements
 */
public record Health(boolean ok, String detail) {

    /** It works. */
    public static Health pass() {
        return new Health(true, "ok");
    }

    /** It does not work. */
    public static Health fail(String detail) {
        return new Health(false, detail);
    }
}
