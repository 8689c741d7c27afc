package io.accounts4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    private static final int PAGE = 0x100;

    @ParameterizedTest
    @CsvSource({
        "\u039f\u0394\u03a5\u03a3\u03a3, \u03bf\u03b4\u03c5\u03c3\u03c3",
        "\u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03c5\u03c2, \u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03c5\u03c3",
        "Stra\u00dfe, strasse",
        "STRA\u1e9eE, strasse",
        "\u0130zmir, izmir",
        "I\u0307zmir, izmir",
        "i\u0307zmir, izmir",
        "i\u0323\u0307, \u1ecb",
        "I\u0328\u0307, \u012f",
        "Is\u0131k, isik",
        "\ufb03, ffi",
        "E\u0301, \u00e9",
        "\u01f0, \u01f0",
        "\u13a0\uab70, \uab70\uab70",
    })
    void foldsWhatReadersTakeForOneLetter(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void codePointsThatUnicode13DoesNotKnowStayAsTheyAre() {
        for (String unknown : new String[] {"\u2c2f", "\ua7c0", "\ua7cb", "\ud801\udd70", "\u1c89"}) {
            assertThat(Folding.fold("A" + unknown + "B")).isEqualTo("a" + unknown + "b");
            assertThat(Folding.lower("A" + unknown + "B")).isEqualTo("a" + unknown + "b");
        }
    }

    @Test
    void capitalAndSmallLettersFoldAlike() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String letter = Character.toString(c);
            String capital = letter.toUpperCase(Locale.ROOT);
            String small = letter.toLowerCase(Locale.ROOT);
            String decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
            if (!Folding.isKnown(c) || Stream.of(capital, small, decomposed).allMatch(letter::equals)) {
                continue;
            }
            String folded = Folding.fold(letter);
            // A newer Java knows capitals that Unicode 13 does not, such as U+A7DC, and those stay as they are.
            assertThat(Stream.of(folded, capital, small, decomposed)
                            .filter(text -> text.codePoints().allMatch(Folding::isKnown)))
                    .as(letter)
                    .allMatch(text -> Folding.fold(text).equals(folded));
            assertThat(Folding.lower(Folding.lower(letter))).isEqualTo(Folding.lower(letter));
        }
    }

    /** Run on the newest and the oldest Java: databases are shared between nodes of both. */
    @Test
    void everyJavaFoldsEveryCodePointAlike() {
        assertThat(digest(Folding::fold)).isEqualTo("7aef1a9b20fc38933296808c19fe2662b6f858a3b26fffd7b8ff2577568f9acf");
        assertThat(digest(Folding::lower))
                .isEqualTo("f16c540a8fe1caf28059c5714ffd680a6e31994109093f7a602644c76af69be1");
    }

    @Test
    void theCodePointsOfUnicode13AreThoseOfTheOldestJava() {
        if (Runtime.version().feature() == 17) {
            assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                            .filter(c -> Folding.isKnown(c) != (Character.getType(c) != Character.UNASSIGNED)))
                    .isEmpty();
        }
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Folding::isKnown))
                .hasSize(283_440);
    }

    /** Letters and marks are also placed between others that they compose with; beyond them are ideographs and the rest. */
    private static String digest(UnaryOperator<String> folding) {
        MessageDigest digest = sha256();
        for (int page = 0; page <= Character.MAX_CODE_POINT; page += PAGE) {
            String marks = page < 0x20000 ? "\u0323\u0307i" : "";
            StringBuilder text = new StringBuilder();
            IntStream.range(page, page + PAGE)
                    .filter(c -> Character.getType(c) != Character.SURROGATE)
                    .forEach(c -> text.appendCodePoint(c).append(marks));
            digest.update(folding.apply(text.toString()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
