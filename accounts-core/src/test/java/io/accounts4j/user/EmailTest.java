package io.accounts4j.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.kernel.Folding;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "Ann@Example.COM, ann@example.com",
        "MIKE@EXAMPLE.COM, mike@example.com",
        "\u212aelvin@example.com, kelvin@example.com",
        "ann@b\u00fccher.example, ann@xn--bcher-kva.example",
        "ann@B\u00dcCHER.example, ann@xn--bcher-kva.example",
        "ann@XN--BCHER-KVA.example, ann@xn--bcher-kva.example",
        "\u00c4nn@example.com, \u00e4nn@example.com",
        "a@b@C.example, a@b@c.example",
        "I@example.com, i@example.com",
        "jose\u0301@example.com, jos\u00e9@example.com",
        "JOSE\u0301@example.com, jos\u00e9@example.com",
        "ann@bu\u0308cher.example, ann@xn--bcher-kva.example",
        "\u039f\u0394\u039f\u03a3@example.com, \u03bf\u03b4\u03bf\u03c3@example.com",
        "\u03bf\u03b4\u03bf\u03c2@example.com, \u03bf\u03b4\u03bf\u03c3@example.com",
        "ann@\u039f\u0394\u039f\u03a3.example, ann@xn--pxavbq.example",
        "ann@xn--strae-oqa.example, ann@xn--strae-oqa.example",
    })
    void whatIsOneMailboxIsOneText(String typed, String canonical) {
        assertThat(new Email(typed).canonical()).isEqualTo(canonical);
        assertThat(new Email(typed).address()).as("kept as typed").isEqualTo(typed);
    }

    @Test
    @DefaultLocale("tr-TR")
    void theCanonicalFormIsTheSameInTurkey() {
        assertThat(new Email("MIKE.INFO@EXAMPLE.COM").canonical()).isEqualTo("mike.info@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ı@example.com", "ſ@example.com", "i\u0307@example.com", "straße@example.com", "æ@example.com"})
    void lettersThatOnlyFoldAlikeStayApart(String typed) {
        assertThat(new Email(typed).canonical()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@-", "ann@a..b", "ann@[::1]", "tom@example.org.", "a@.example.org", "a@exa_mple.org",
                        "a@-x.example",
                "a@x-.example", "a@127.0.0.1", "a@exam:ple.org", "a@exa(mple).org", "a@exam\\ple.org", "@@@",
                        "a@xn--.org"
            })
    void refusesDomainsThatNoMailReaches(String typed) {
        assertThat(Email.problems(typed)).extracting(Problem::code).containsExactly(ProblemCode.DOMAIN);
        assertThat(Email.stored(typed).canonical()).as("as it was stored").isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@fa\u00df.de", "ann@FA\u1e9e.de", "ann@\u03bf\u03b4\u03bf\u03c2.example", "ann@a\u200db.example",
                "ann@a\u200cb.example", "ann@\uff41nn.example", "ann@a\uff0cb.example", "ann@a\uff20b.example",
                "ann@a\u3002b.example", "ann@a\u00adb.example", "ann@\u2460.example", "ann@\u33a5.example",
                "ann@a\ua7ccb.example", "ann@\u0301a.example\u2024org", "ann@\ud83e\udee0.example"
            })
    void asksForThePunycodeOfDomainsThatReadersDisagreeAbout(String typed) {
        assertThat(Email.problems(typed)).extracting(Problem::code).containsExactly(ProblemCode.DOMAIN_AMBIGUOUS);
        assertThat(Email.problems(typed).get(0).message()).contains("xn--");
        assertThat(Email.stored(typed).canonical()).as("no other owner's").isEqualTo(Folding.lower(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u037eb@example.org", "a\u202eb@example.org", "a\u2066b@example.org", "ann@a\u037eb.example"})
    void refusesCharactersThatReadLikeOthers(String typed) {
        assertThat(Email.problems(typed)).extracting(Problem::code).containsExactly(ProblemCode.CHARACTERS);
    }

    @Test
    void canonicalFormNeverHoldsASeparatorThatWasNotTyped() {
        for (int c : mappedCodePoints()) {
            String character = Character.toString(c);
            String typed = "a" + character + "b@c" + character + "d.example";
            String canonical = Email.stored(typed).canonical();
            if (canonical.chars().anyMatch(one -> ",;<>\" ".indexOf(one) >= 0)
                    || canonical.chars().filter(one -> one == '@').count() != 1
                    || canonical.chars().filter(one -> one == '.').count() != 1) {
                throw new AssertionError("U+" + Integer.toHexString(c) + " became " + canonical);
            }
        }
    }

    @Test
    void canonicalFormOfAnAcceptedAddressIsItsOwnCanonicalForm() {
        for (int c : mappedCodePoints()) {
            String typed = "a" + Character.toString(c) + "@b" + Character.toString(c) + ".example";
            if (Email.problems(typed).isEmpty()) {
                String canonical = new Email(typed).canonical();
                if (!Email.problems(canonical).isEmpty()
                        || !new Email(canonical).canonical().equals(canonical)) {
                    throw new AssertionError("U+" + Integer.toHexString(c) + " became " + canonical);
                }
            }
        }
    }

    /** Those that case or compatibility mappings change, or that are close to them; the others map to themselves. */
    private static int[] mappedCodePoints() {
        return IntStream.rangeClosed(0x80, 0x2ffff)
                .filter(Folding::isKnown)
                .filter(c -> c < 0x600
                        || (c >= 0x2000 && c < 0x2100)
                        || Character.toLowerCase(c) != c
                        || !Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFKC))
                .toArray();
    }

    @Test
    void theCanonicalFormFitsItsColumn() {
        for (String domain : List.of("ü".repeat(60) + ".example", "\ufdfa".repeat(40) + ".example")) {
            String typed = "ann@" + domain;
            if (Email.problems(typed).isEmpty()) {
                assertThat(new Email(typed).canonical()).hasSizeLessThanOrEqualTo(255);
            } else {
                assertThat(Email.problems(typed))
                        .extracting(Problem::code)
                        .isSubsetOf(ProblemCode.DOMAIN, ProblemCode.DOMAIN_AMBIGUOUS);
            }
        }
        assertThat(Email.problems("\u0130".repeat(148) + "@example.com"))
                .as("a letter that becomes two")
                .extracting(Problem::code)
                .containsExactly(ProblemCode.TOO_LONG);
    }

    @Test
    void anAddressWithProblemsCannotBeMade() {
        assertThatThrownBy(() -> new Email("ann@example.com,bob@example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("bob");
    }

    @Test
    void whatAStoreHoldsIsReadUnderAnyRules() {
        assertThat(Email.stored("imported").address()).isEqualTo("imported");
        assertThat(Email.stored("imported").canonical()).isEqualTo("imported");
        assertThat(Email.stored("Ann@example.com"))
                .isEqualTo(new Email("Ann@example.com"))
                .hasSameHashCodeAs(new Email("Ann@example.com"))
                .isNotEqualTo(new Email("ann@example.com"));
    }

    @Test
    void doesNotMapTheDomainOfAnOverlongAddress() {
        String ofManyLabels = "ann@" + "b\u00fccher-".repeat(20) + "." + "b\u00fccher.".repeat(200) + "example";

        assertThat(Email.problems(ofManyLabels)).extracting(Problem::code).containsExactly(ProblemCode.TOO_LONG);
    }
}
