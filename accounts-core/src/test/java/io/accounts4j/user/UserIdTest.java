package io.accounts4j.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UserIdTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    @Test
    void laterIdsComeLaterAlsoAsText() {
        List<UserId> ids = Stream.iterate(NOW, now -> now.plusMillis(1))
                .limit(1_000)
                .map(UserId::next)
                .toList();

        assertThat(ids).isSorted();
        assertThat(ids.stream().map(UserId::toString)).isSorted();
    }

    @Test
    void onlyTheCanonicalTextIsAnId() {
        UserId id = UserId.next(NOW);
        String text = id.toString();

        assertThat(UserId.parse(text)).contains(id);
        for (String wrong : List.of(
                "",
                text.toUpperCase(Locale.ROOT),
                " " + text,
                text + "\n",
                text.replace("-", ""),
                "{" + text + "}",
                "1-1-1-1-1",
                text.substring(1),
                "٠" + text.substring(1))) {
            assertThat(UserId.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
