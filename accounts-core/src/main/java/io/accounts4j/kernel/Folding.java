package io.accounts4j.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Forms in which equal texts are equal strings, independent of locale and Java version: all follow Unicode 13, which the
 * oldest supported Java knows. Code points that Unicode 13 does not assign stay unchanged, because a newer Java would
 * change them and rows written by an older one would no longer be found.
 */
public final class Folding {

    private static final char DOT_ABOVE = '\u0307';
    private static final char FIRST_DIACRITIC = '\u0300';
    private static final char LAST_DIACRITIC = '\u036f';

    /** Its canonical form is a semicolon, which separates addresses; so {@link #lower} keeps it. */
    private static final int GREEK_QUESTION_MARK = 0x37e;

    private Folding() {}

    /** The composed form (NFC, UAX #15) of {@code text}. */
    public static String nfc(String text) {
        return isAscii(text) ? text : known(text, Folding::isKnown, Folding::compose);
    }

    /**
     * {@code text} in small letters, composed (NFC). Each letter is mapped without regard to its neighbours, the final
     * sigma like the other one. Never holds a {@code ;} that {@code text} does not hold.
     */
    public static String lower(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return known(
                text,
                c -> c != GREEK_QUESTION_MARK && isKnown(c),
                part -> compose(mapped(compose(part), Folding::lower)));
    }

    /**
     * {@code text} with full case folding (Unicode 13, section 3.13), composed (NFC), for searches: {@code ß} is {@code
     * ss}, final and other sigma are one, dotted and dotless {@code i} of either case are one.
     */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return known(text, Folding::isKnown, part -> compose(withoutDots(mapped(compose(part), Folding::fold))));
    }

    /** Returns whether Unicode 13 assigns {@code codePoint}. */
    public static boolean isKnown(int codePoint) {
        return Unicode13.assigns(codePoint);
    }

    private static String lower(int codePoint) {
        return codePoint == 0x3c2 ? "\u03c3" : Character.toString(codePoint).toLowerCase(Locale.ROOT);
    }

    /** By way of the capital, whose full mapping ({@code ß} to {@code SS}) is the one Java offers. */
    private static String fold(int codePoint) {
        String small = Character.toString(Character.toLowerCase(codePoint));
        String folded = mapped(small.toUpperCase(Locale.ROOT), c -> Character.toString(Character.toLowerCase(c)));
        return folded.codePoints().allMatch(Folding::isKnown) ? folded : small;
    }

    private static String mapped(String text, IntFunction<String> mapping) {
        StringBuilder mapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            mapped.append(mapping.apply(text.codePointAt(i)));
        }
        return mapped.toString();
    }

    /** Drops the dots that a small {@code i} already has, also where other diacritics stand between. */
    private static String withoutDots(String text) {
        if (text.indexOf(DOT_ABOVE) < 0) {
            return text;
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        boolean afterI = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            afterI = c == 'i' || (afterI && c >= FIRST_DIACRITIC && c <= LAST_DIACRITIC);
            if (!afterI || c != DOT_ABOVE) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Applies {@code form} to the runs of code points that satisfy {@code isMapped}; the others stay, one by one. */
    private static String known(String text, IntPredicate isMapped, UnaryOperator<String> form) {
        StringBuilder whole = new StringBuilder(text.length());
        int begin = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isMapped.test(text.codePointAt(i))) {
                whole.append(begin < i ? form.apply(text.substring(begin, i)) : "")
                        .appendCodePoint(text.codePointAt(i));
                begin = i + Character.charCount(text.codePointAt(i));
            }
        }
        return whole.append(form.apply(text.substring(begin))).toString();
    }

    private static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
