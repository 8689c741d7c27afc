package io.accounts4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void lengthIsInCodePoints() {
        assertThat(Text.length("")).isZero();
        assertThat(Text.length("a👋é")).isEqualTo(3);
    }

    @Test
    void everyKindOfSpaceIsBlank() {
        assertThat(Text.isBlank("")).isTrue();
        assertThat(Text.isBlank(" \t\r\n\u00a0\u2003\u202f\u3000")).isTrue();
        for (String unseen : new String[] {
            "\u200b\u200b", "\u3164\u3164", "\u2800\u2800", "\u00ad\u00ad", "\u115f\u1160", "\uffa0", "\u2060\ufeff",
            "\u0301\u0301", "\u202e\u200f", "\udb40\udc41", "\ufe0f", "\u034f", "\u0007", "\u180e"
        }) {
            assertThat(Text.isBlank(unseen)).as(escaped(unseen)).isTrue();
        }
        for (String seen : new String[] {"\u200ba", "\ud83e\udee0", "\u00a9", "\u0661", "\ue000", "-", "\u3042"}) {
            assertThat(Text.isBlank(seen)).as(escaped(seen)).isFalse();
        }
        assertThat(Text.isBlank(" a ")).isFalse();
    }

    @Test
    void storableIsEverythingButNulAndHalfPairs() {
        assertThat(Text.isStorable("a\n\t\u0007👋")).isTrue();
        assertThat(Text.isStorable("\u0000")).isFalse();
        assertThat(Text.isStorable("a\ud800")).isFalse();
        assertThat(Text.isStorable("\udc00\ud800")).as("the wrong way round").isFalse();
    }

    @Test
    void plainHasNoControlCharactersEither() {
        assertThat(Text.isPlain("Ann 👋")).isTrue();
        for (String wrong : new String[] {"\n", "\r", "\t", "\u001f", "\u007f", "\u0085", "\u0000", "\udfff"}) {
            assertThat(Text.isPlain("a" + wrong)).isFalse();
        }
    }

    @Test
    void printableTextHoldsNeitherBidiNorLineControls() {
        assertThat(Text.isPrintable("Ann \u05d0\u05d1 \ud83d\udc4b")).isTrue();
        for (int wrong : new int[] {
            0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x2028,
            0x2029, 0x0a, 0x85, 0xd800
        }) {
            assertThat(Text.isPrintable("Ann" + Character.toString(wrong)))
                    .as(Integer.toHexString(wrong))
                    .isFalse();
        }
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> "U+" + Integer.toHexString(c))
                .toList()
                .toString();
    }
}
