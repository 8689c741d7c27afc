package io.accounts4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "19, 1", "20, 1", "21, 2", "9223372036854775000, 461168601842738750"})
    void theLastPageMayBeShort(long total, long pages) {
        assertThat(new Page<>(List.of(), PageRequest.first(), total, true).totalPages())
                .isEqualTo(pages);
    }

    @Test
    void theOffsetOfTheLastPageThereIsDoesNotOverflow() {
        assertThat(new PageRequest(Integer.MAX_VALUE, 100).offset()).isEqualTo(214748364600L);
        assertThat(new PageRequest(1, 100).offset()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 20", "1, 0", "1, 101"})
    void whatIsNoPageIsRefused(int number, int size) {
        assertThatThrownBy(() -> new PageRequest(number, size)).isInstanceOf(IllegalArgumentException.class);
    }
}
