package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.enqueue.Arguments;
import io.accounts4j.jobs.enqueue.UnreadableArgumentsException;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTest {

    record Note(String text, int copies, @Nullable Instant at) {}

    record Bag(Map<String, Object> things) {}

    record Maybe(Optional<String> text) {}

    record Guarded(String address) {
        Guarded {
            if (!address.contains("@")) {
                throw new IllegalStateException("no address: " + address);
            }
        }
    }

    record Open(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object any) {}

    private static final Worker<Note> NOTES = Worker.of("test.note", Note.class);

    private static String read(String json) {
        return new Arguments<>(Note.class)
                .read(new Kind("test.note", 1), 1, json)
                .toString();
    }

    @Test
    void a_worker_is_not_changed_by_what_is_made_from_it() {
        var unused = NOTES.queue("other").maxAttempts(1).priority(5).timeout(Duration.ofSeconds(1));
        assertThat(NOTES.job(new Note("", 0, null)).options()).isEqualTo(JobOptions.queue("default"));
    }

    @Test
    void what_cannot_be_stored_is_refused_where_it_is_said() {
        assertThatIllegalArgumentException().isThrownBy(() -> Worker.of(" ", Note.class));
        assertThatIllegalArgumentException().isThrownBy(() -> NOTES.queue("a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> NOTES.priority(10));
        assertThatIllegalArgumentException().isThrownBy(() -> NOTES.maxAttempts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> NOTES.timeout(Duration.ofNanos(-1)));
    }

    @Test
    void a_worker_without_work_cannot_be_run() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobEngine.builder(new HikariDataSource()).worker(NOTES))
                .withMessageContaining("test.note")
                .withMessageContaining("perform");
    }

    @Test
    void two_workers_of_one_kind_are_one_too_many() {
        JobEngineBuilder engine = JobEngine.builder(new HikariDataSource());
        Worker<Note> worker = NOTES.perform((job, note) -> JobResult.complete());
        engine.worker(worker);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.worker(worker))
                .withMessageContaining("test.note");
    }

    @Test
    void arguments_may_take_64_kibibytes_and_no_more() {
        int frame = NOTES.job(new Note("", 0, null)).arguments().length();
        String full = "x".repeat(Worker.MAX_ARGUMENTS - frame);
        assertThat(NOTES.job(new Note(full, 0, null)).arguments()).hasSize(Worker.MAX_ARGUMENTS);
        OversizedArgumentsException refused = catchThrowableOfType(
                OversizedArgumentsException.class, () -> NOTES.job(new Note(full.substring(1) + "é", 0, null)));
        assertThat(refused.size()).isEqualTo(Worker.MAX_ARGUMENTS + 1);
        assertThat(refused).hasMessageContaining("test.note").hasMessageNotContaining("xx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD800", "\\\u0000", "\uDC00\uD800"})
    void text_that_not_every_database_stores_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NOTES.job(new Note(text, 0, null)))
                .withMessageContaining("U+0000");
    }

    @Test
    void a_backslash_before_u0000_is_text_like_any_other() {
        assertThat(NOTES.job(new Note("\\u0000", 0, null)).arguments()).contains("\\\\u0000");
    }

    @Test
    void arguments_are_an_object_of_types_that_can_be_read_again() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worker.of("test.text", String.class).job("x"))
                .withMessageContaining("record");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worker.of("test.maybe", Maybe.class).job(new Maybe(Optional.of("x"))))
                .withMessageContaining("Maybe.text");
    }

    @Test
    void equal_arguments_are_equal_text() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", List.of(1));
        one.put("a", 2);
        assertThat(Worker.of("test.bag", Bag.class).job(new Bag(one)).arguments())
                .isEqualTo("{\"things\":{\"a\":2,\"b\":[1]}}");
        assertThat(NOTES.job(new Note("t", 1, Instant.EPOCH)).arguments())
                .isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\",\"copies\":1,\"text\":\"t\"}");
    }

    @Test
    void what_a_newer_release_added_is_left_out() {
        assertThat(read("{\"text\":\"t\",\"copies\":1,\"at\":null,\"since\":\"3.0\"}"))
                .isEqualTo("Note[text=t, copies=1, at=null]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"copies\":1,\"at\":null}",
                "{\"text\":\"hush\",\"at\":null}",
                "{\"text\":\"hush\",\"copies\":null,\"at\":null}",
                "{\"text\":\"hush\",\"copies\":\"1\",\"at\":null}",
                "{\"text\":\"hush\",\"copies\":1.5,\"at\":null}",
                "{\"text\":12345,\"copies\":1,\"at\":null}",
                "{\"text\":\"t\",\"copies\":1,\"at\":\"hush\"}",
                "{\"text\":\"t\",\"copies\":1,\"at\":12345}",
                "{\"text\":\"hush\",\"text\":\"t\",\"copies\":1,\"at\":null}",
                "{\"text\":\"hush\",\"copies\":1,\"at\":null} x",
                "\"hush\"",
                "null",
                ""
            })
    void anything_else_is_unreadable_and_not_quoted(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableArgumentsException.class)
                .hasMessageContaining("test.note")
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("12345")
                .hasNoCause();
    }

    @Test
    void neither_keys_nor_what_a_constructor_says_are_quoted() {
        assertThatThrownBy(() -> new Arguments<>(Guarded.class).read(new Kind("k", 1), 1, "{\"address\":\"hush\"}"))
                .isInstanceOf(UnreadableArgumentsException.class)
                .hasMessageNotContaining("hush")
                .hasNoCause();
        record Ages(Map<String, Integer> ages) {}
        assertThatThrownBy(() -> new Arguments<>(Ages.class).read(new Kind("k", 1), 1, "{\"ages\":{\"hush\":\"x\"}}"))
                .isInstanceOf(UnreadableArgumentsException.class)
                .hasMessageContaining("Ages.ages")
                .hasMessageNotContaining("hush");
    }

    @Test
    void a_class_named_in_json_is_never_followed() {
        String json = "{\"any\":{\"@class\":\"java.util.ArrayList\"}}";
        assertThatThrownBy(() -> new Arguments<>(Open.class).read(new Kind("k", 1), 1, json))
                .isInstanceOf(UnreadableArgumentsException.class);
    }

    @Test
    void a_job_prints_without_its_arguments() {
        assertThat(NOTES.job(new Note("hush", 1, null)).toString())
                .contains("test.note", "default")
                .doesNotContain("hush");
    }
}
