package io.accounts4j.kernel;

/**
 * The one check for text from outside. U+0000 and unpaired surrogates cannot be stored by every database, and an
 * unpaired surrogate turns into {@code ?} when encoded, so that two texts would look like one.
 */
public final class Text {

    private Text() {}

    /** Returns whether {@code text} has neither U+0000 nor an unpaired surrogate. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || isSurrogate(c));
    }

    /** Returns whether {@code text} is storable and has no control character. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || isSurrogate(c));
    }

    /**
     * Returns whether {@code text} is {@linkplain #isPlain plain} and has no bidirectional control (UAX #9), no line separator and
     * no paragraph separator, so that it is shown in one line and in the order in which it is stored.
     */
    public static boolean isPrintable(String text) {
        return isPlain(text) && text.codePoints().noneMatch(c -> isBidiControl(c) || c == 0x2028 || c == 0x2029);
    }

    /** Returns whether {@code text} shows nothing: white space, controls, lone marks and code points without a glyph. */
    public static boolean isBlank(String text) {
        return text.codePoints().noneMatch(Text::isVisible);
    }

    /** White space by any of Java's two definitions, no-break spaces included. */
    public static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** The number of characters as people count them here: Unicode code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A code point without a name yet shows a replacement glyph at least; which have one depends on the Java version. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> !isIgnorable(codePoint);
        };
    }

    /** The letters and unassigned ranges that are Default_Ignorable_Code_Point, and the blank Braille pattern. */
    private static boolean isIgnorable(int codePoint) {
        return switch (codePoint) {
            case 0x115f, 0x1160, 0x3164, 0xffa0, 0x2065, 0x2800 -> true;
            default -> (codePoint >= 0xfff0 && codePoint <= 0xfff8) || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
        };
    }

    private static boolean isBidiControl(int codePoint) {
        return codePoint == 0x61c
                || codePoint == 0x200e
                || codePoint == 0x200f
                || (codePoint >= 0x202a && codePoint <= 0x202e)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
