package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of RFC 5869, appendix A. */
class HkdfTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # secret, salt, info, length, extracted, expanded
            0b*22, 00..0c, f0..f9, 42, 077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5, 3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865
            00..4f, 60..af, b0..ff, 82, 06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244, b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87
            0b*22, '', '', 42, 19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04, 8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8
            """)
    void agreesWithTheStandard(String secret, String salt, String info, int length, String extracted, String expanded) {
        byte[] key = Hkdf.extract(bytes(salt), bytes(secret));

        assertThat(HexFormat.of().formatHex(key)).isEqualTo(extracted);
        assertThat(HexFormat.of().formatHex(Hkdf.expand(key, bytes(info), length)))
                .isEqualTo(expanded);
    }

    @Test
    void refusesLengthsTheStandardForbids() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hkdf.expand(new byte[32], new byte[0], 8161));
        assertThatIllegalArgumentException().isThrownBy(() -> Hkdf.expand(new byte[32], new byte[0], 0));
        assertThat(Hkdf.expand(new byte[32], new byte[0], 8160)).hasSize(8160);
    }

    /** {@code 0b*22} is a byte repeated, {@code 00..0c} a range. */
    private static byte[] bytes(String shorthand) {
        if (shorthand.isEmpty()) {
            return new byte[0];
        }
        boolean range = shorthand.contains("..");
        int first = Integer.parseInt(shorthand.substring(0, 2), 16);
        int size = range
                ? Integer.parseInt(shorthand.substring(4), 16) - first + 1
                : Integer.parseInt(shorthand.substring(3));
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (range ? first + i : first);
        }
        return bytes;
    }
}
