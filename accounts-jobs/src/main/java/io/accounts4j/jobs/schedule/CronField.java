package io.accounts4j.jobs.schedule;

import java.util.List;
import java.util.Locale;

/**
 * One field of an expression: the numbers it lets through.
 *
 * @param bits the numbers, each a bit
 * @param open true for a leading star, which restricts nothing if the other field of days does
 * @param stepped true for a step, which is a rhythm and no list of times
 */
record CronField(long bits, boolean open, boolean stepped) {

    /** The field's name, its numbers, the largest step, and names for the numbers from the lowest on. */
    record Range(String name, int lowest, int highest, int longestStep, List<String> names) {

        /** Returns whether {@code bits} has every number. */
        boolean isAllOf(long bits) {
            return Long.bitCount(bits) == highest - lowest + 1;
        }
    }

    boolean has(int number) {
        return ((bits >> number) & 1) == 1;
    }

    /** The lowest number from {@code from} on; -1 where there is none. */
    int next(int from) {
        long left = from > 63 ? 0 : (bits >> from) << from;
        return left == 0 ? -1 : Long.numberOfTrailingZeros(left);
    }

    static CronField parse(String text, Range range) {
        long bits = 0;
        for (String part : text.split(",", -1)) {
            bits |= bits(part, range);
        }
        return new CronField(bits, text.startsWith("*"), text.contains("/"));
    }

    private static long bits(String part, Range range) {
        String[] stepped = part.split("/", -1);
        String[] ends = stepped[0].split("-", -1);
        if (stepped.length > 2 || ends.length > 2) {
            throw refused(part, range);
        }
        boolean all = stepped[0].equals("*");
        int first = all ? range.lowest : number(ends[0], range);
        int last =
                all || (stepped.length == 2 && ends.length == 1) ? range.highest : number(ends[ends.length - 1], range);
        int step = stepped.length == 1 ? 1 : positive(stepped[1], range);
        if (last < first || step == 0 || step > range.longestStep) {
            throw refused(part, range);
        }
        long bits = 0;
        for (int number = first; number <= last; number += step) {
            bits |= 1L << number;
        }
        return bits;
    }

    private static int number(String text, Range range) {
        int named = range.names.indexOf(text.toLowerCase(Locale.ROOT));
        int number = named >= 0 ? range.lowest + named : positive(text, range);
        if (number < range.lowest || number > range.highest) {
            throw refused(text, range);
        }
        return number;
    }

    private static int positive(String text, Range range) {
        if (!text.matches("\\d{1,2}")) {
            throw refused(text, range);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException refused(String part, Range range) {
        return new IllegalArgumentException(
                "the " + range.name + " of a schedule is a star, a number from " + range.lowest + " to " + range.highest
                        + ", a range or a step of at most " + range.longestStep
                        + ", such as */2, or several with commas: " + part);
    }
}
