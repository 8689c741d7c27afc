package io.accounts4j.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both kinds of token are made of a {@link Secret}. */
class SecretTest {

    @Test
    void aTokenIs256BitsIn43Characters() {
        assertThat(RawToken.random().reveal()).matches("[A-Za-z0-9_-]{43}");
        assertThat(SessionToken.random().reveal()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Stream.generate(() -> RawToken.random().reveal()).limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTokenReadsBackAsItself() {
        RawToken token = RawToken.random();
        SessionToken session = SessionToken.random();

        assertThat(RawToken.parse(token.reveal()).orElseThrow().hash()).isEqualTo(token.hash());
        assertThat(SessionToken.parse(session.reveal()).orElseThrow().hash()).isEqualTo(session.hash());
    }

    @Test
    void onlyTheCanonicalTextIsAToken() {
        String zero = "A".repeat(43);
        assertThat(RawToken.parse(zero)).isPresent();
        for (String wrong : List.of(
                "",
                "A".repeat(42),
                "A".repeat(44),
                zero + "=",
                "A".repeat(42) + "=",
                " " + "A".repeat(42),
                "A".repeat(42) + "\n",
                "A".repeat(42) + "B",
                "A".repeat(42) + "_",
                "+" + "A".repeat(42),
                "/" + "A".repeat(42),
                "é" + "A".repeat(42),
                "A".repeat(42) + "\u0000")) {
            assertThat(RawToken.parse(wrong)).as(wrong).isEmpty();
            assertThat(SessionToken.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void whatIsStoredIsTheSha256OfTheText() throws Exception {
        RawToken token = RawToken.random();
        byte[] sha256 =
                MessageDigest.getInstance("SHA-256").digest(token.reveal().getBytes(StandardCharsets.US_ASCII));

        assertThat(token.hash()).isEqualTo(new TokenHash(sha256)).hasSameHashCodeAs(new TokenHash(sha256));
        assertThat(token.hash()).isNotEqualTo(RawToken.random().hash());
        assertThat(token.hash().bytes()).isEqualTo(sha256);
    }

    @Test
    void aHashCannotBeChangedFromOutside() {
        byte[] bytes = new byte[TokenHash.BYTES];
        TokenHash hash = new TokenHash(bytes);

        bytes[0] = 1;
        hash.bytes()[0] = 1;

        assertThat(hash).isEqualTo(new TokenHash(new byte[TokenHash.BYTES]));
        assertThatThrownBy(() -> new TokenHash(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
