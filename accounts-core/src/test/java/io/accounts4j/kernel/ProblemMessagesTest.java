package io.accounts4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemMessagesTest {

    private static final Problem SHORT = Problem.of("name", ProblemCode.TOO_SHORT, "min", 2);

    @Test
    void theEnglishTextIsTheOriginals() {
        assertThat(SHORT.message()).isEqualTo("should be at least 2 character(s)");
        assertThat(Problem.of("email", ProblemCode.REQUIRED).message()).isEqualTo("can't be blank");
        assertThat(Problem.of("email", ProblemCode.UNCHANGED).message()).isEqualTo("did not change");
    }

    @Test
    void aLanguageOfTheHostComesFirstAndEnglishForTheRest() {
        ProblemMessages german = ProblemMessages.of(Locale.GERMANY);

        assertThat(german.text(SHORT)).isEqualTo("muss mindestens 2 Zeichen haben");
        assertThat(german.text(Problem.of("email", ProblemCode.REQUIRED))).isEqualTo("muss angegeben werden");
        assertThat(german.text(Problem.of("email", ProblemCode.TAKEN))).isEqualTo("has already been taken");
    }

    @Test
    void aLanguageNobodyWroteIsEnglish() {
        assertThat(ProblemMessages.of(Locale.JAPANESE).text(SHORT)).isEqualTo("should be at least 2 character(s)");
        assertThat(ProblemMessages.of(Locale.ROOT).text(SHORT)).isEqualTo("should be at least 2 character(s)");
    }

    @Test
    void aCodeWithoutATextIsItself() {
        assertThat(Problem.of("x", ProblemCode.of("x_of_a_host")).message()).isEqualTo("x_of_a_host");
    }

    @Test
    void aProblemIsNotChangedFromOutside() {
        Map<String, Object> parameters = new HashMap<>(Map.of("min", 2));
        Problem problem = new Problem("name", ProblemCode.TOO_SHORT, parameters);

        parameters.put("min", 3);

        assertThat(problem).isEqualTo(SHORT);
    }
}
