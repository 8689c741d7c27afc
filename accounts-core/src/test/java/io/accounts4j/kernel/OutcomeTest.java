package io.accounts4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Problem TAKEN = Problem.of("email", ProblemCode.TAKEN);
    private static final Problem ABSENT = Problem.of(ProblemCode.ABSENT);
    private static final Outcome<String> DONE = Outcome.done("ann");
    private static final Outcome<String> REFUSED = Outcome.refused(List.of(TAKEN, ABSENT));

    @Test
    void foldsEitherCase() {
        assertThat(DONE.<Integer>fold(String::length, List::size)).isEqualTo(3);
        assertThat(REFUSED.<Integer>fold(String::length, List::size)).isEqualTo(2);
    }

    @Test
    void runsTheEffectOfItsCaseAlone() {
        List<Object> seen = new ArrayList<>();

        DONE.match(seen::add, problems -> seen.add("never"));
        REFUSED.match(value -> seen.add("never"), seen::addAll);

        assertThat(seen).containsExactly("ann", TAKEN, ABSENT);
    }

    @Test
    void mapsTheResultAndKeepsProblems() {
        assertThat(DONE.<Integer>map(String::length)).isEqualTo(Outcome.done(3));
        assertThat(REFUSED.<Integer>map(String::length)).isEqualTo(Outcome.refused(List.of(TAKEN, ABSENT)));
    }

    @Test
    void throwsARefusalWithItsProblems() {
        assertThat(DONE.orElseThrow()).isEqualTo("ann");
        assertThatThrownBy(REFUSED::orElseThrow)
                .hasMessage("refused: [email taken, absent]")
                .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
                .satisfies(refused -> assertThat(refused.problems()).containsExactly(TAKEN, ABSENT))
                .satisfies(refused -> assertThat(refused.retryable()).isFalse());
    }

    @Test
    void isNeverRefusedWithoutAProblem() {
        assertThatThrownBy(() -> Outcome.refused(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
