package io.accounts4j.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.kernel.Problem;
import java.util.List;
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
    @ValueSource(strings = {"ann@-", "ann@a..b", "ann@[::1]", "ann@" + "x"})
    void aDomainThatIsNoneStaysAsItIs(String typed) {
        assertThat(new Email(typed).canonical()).isEqualTo(typed);
    }

    @Test
    void theCanonicalFormFitsItsColumn() {
        for (String domain : List.of("ü".repeat(60) + ".example", "\ufdfa".repeat(40) + ".example")) {
            String typed = "ann@" + domain;
            if (Email.problems(typed).isEmpty()) {
                assertThat(new Email(typed).canonical()).hasSizeLessThanOrEqualTo(255);
            } else {
                assertThat(Email.problems(typed)).extracting(Problem::code).containsExactly("too_long");
            }
        }
        assertThat(Email.problems("\u0130".repeat(148) + "@example.com"))
                .as("a letter that becomes two")
                .extracting(Problem::code)
                .containsExactly("too_long");
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
}
