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
        assertThat(Text.isBlank("\u200b")).as("zero width is no space").isFalse();
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
}
