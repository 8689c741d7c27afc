package io.accounts4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    @Test
    void anIdIsAUuidOfVersion7WithItsTime() {
        UUID id = Uuid7.next(NOW);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void idsOfOneMomentDiffer() {
        assertThat(Stream.generate(() -> Uuid7.next(NOW)).limit(10_000)).doesNotHaveDuplicates();
    }
}
