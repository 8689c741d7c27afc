package io.accounts4j.jobs.enqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {

    /** RFC 5869, appendix A.1. */
    @Test
    void derivesTheKeyOfTheStandardsFirstTestCase() {
        HexFormat hex = HexFormat.of();

        assertThat(Hkdf.derive(
                        hex.parseHex("0b".repeat(22)),
                        hex.parseHex("000102030405060708090a0b0c"),
                        hex.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                        42))
                .isEqualTo(hex.parseHex(
                        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    @Test
    void derivesAnotherKeyForEachPurpose() {
        byte[] secret = new byte[32];

        assertThat(Hkdf.derive(secret, "one", 32))
                .hasSize(32)
                .isNotEqualTo(Hkdf.derive(secret, "other", 32))
                .isNotEqualTo(secret);
    }
}
