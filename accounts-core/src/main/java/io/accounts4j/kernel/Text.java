package io.accounts4j.kernel;

/**
 * The one check for text from outside. U+0000 and unpaired surrogates cannot be stored by every database, and an
 * unpaired surrogate turns into {@code ?} when encoded, so that two texts would look like one.
 */
public final class Text {

    private Text() {}

    /** Whether {@code text} has neither U+0000 nor an unpaired surrogate. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || isSurrogate(c));
    }

    /** Whether {@code text} is storable and has no control character. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || isSurrogate(c));
    }

    /** Whether there is nothing but white space in {@code text}. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Text::isSpace);
    }

    /** White space by any of Java's two definitions, no-break spaces included. */
    public static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** The number of characters as people count them here: Unicode code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
