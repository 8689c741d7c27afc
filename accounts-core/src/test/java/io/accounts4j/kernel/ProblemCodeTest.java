package io.accounts4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemCodeTest {

    @Test
    void listsEveryConstant() {
        assertThat(ProblemCode.all())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.class.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()))
                        .map(ProblemCodeTest::value)
                        .toList());
    }

    @Test
    void takesCodesOfAHostBesideItsOwn() {
        assertThat(ProblemCode.of("x_breached").kind()).isEqualTo(ProblemCode.Kind.INVALID);
        assertThatThrownBy(() -> ProblemCode.of("breached")).hasMessageContaining("must begin with x_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "x y", "1st", "x-y", "x_\n"})
    void refusesTextThatIsNoCode(String text) {
        assertThatThrownBy(() -> new ProblemCode(text, ProblemCode.Kind.INVALID))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesALimitWithoutATimeToWait() {
        assertThatThrownBy(() -> new TooManyAttemptsException(Duration.ZERO))
                .hasMessageContaining("retryAfter must be > PT0S");
    }

    private static ProblemCode value(Field field) {
        try {
            return (ProblemCode) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
