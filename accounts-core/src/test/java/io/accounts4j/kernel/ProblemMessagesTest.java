package io.accounts4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemMessagesTest {

    private static final Problem SHORT = Problem.of("name", "too_short", "min", 2);

    @Test
    void theEnglishTextIsTheOriginals() {
        assertThat(SHORT.message()).isEqualTo("should be at least 2 character(s)");
        assertThat(Problem.of("email", "required").message()).isEqualTo("can't be blank");
        assertThat(Problem.of("email", "unchanged").message()).isEqualTo("did not change");
    }

    @Test
    void aLanguageOfTheHostComesFirstAndEnglishForTheRest() {
        ProblemMessages german = ProblemMessages.of(Locale.GERMANY);

        assertThat(german.text(SHORT)).isEqualTo("muss mindestens 2 Zeichen haben");
        assertThat(german.text(Problem.of("email", "required"))).isEqualTo("muss angegeben werden");
        assertThat(german.text(Problem.of("email", "taken"))).isEqualTo("has already been taken");
    }

    @Test
    void aLanguageNobodyWroteIsEnglish() {
        assertThat(ProblemMessages.of(Locale.JAPANESE).text(SHORT)).isEqualTo("should be at least 2 character(s)");
        assertThat(ProblemMessages.of(Locale.ROOT).text(SHORT)).isEqualTo("should be at least 2 character(s)");
    }

    @Test
    void aCodeWithoutATextIsItself() {
        assertThat(Problem.of("x", "codes_of_a_host").message()).isEqualTo("codes_of_a_host");
    }

    @Test
    void aProblemIsNotChangedFromOutside() {
        Map<String, Object> parameters = new HashMap<>(Map.of("min", 2));
        Problem problem = new Problem("name", "too_short", parameters);

        parameters.put("min", 3);

        assertThat(problem).isEqualTo(SHORT);
    }
}
