package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is wired wrongly is refused with a word on what to do. */
class JobEngineBuilderTest {

    private final JobHandler handler = JobEngineFixture.handler(run -> JobResult.complete());
    private final JobEngineBuilder builder = JobEngine.builder(of(DataSource.class, "Oracle"));

    /** Answers every call with another such object, or with {@code text}. */
    private static <T> T of(Class<T> type, String text) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Class<?> answer = method.getReturnType();
                    return answer == Connection.class || answer == DatabaseMetaData.class
                            ? of(answer, text)
                            : answer == String.class ? text : null;
                }));
    }

    @Test
    void an_engine_without_queues_or_handlers_would_do_nothing() {
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("queue(");
        assertThatThrownBy(builder.queue("mailers", 1)::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("handlers(accounts.jobHandlers())");
    }

    @Test
    void two_handlers_of_one_kind_are_one_too_many() {
        assertThatThrownBy(() -> builder.handlers(List.of(handler, handler)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.job");
    }

    @Test
    void limits_and_times_that_cannot_work_are_refused() {
        assertThatThrownBy(() -> builder.queue("mailers", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.name("x".repeat(256))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.name("node\u0000")).isInstanceOf(IllegalArgumentException.class);
        builder.queue("mailers", 1).handlers(List.of(handler));
        assertThatThrownBy(builder.poll(Duration.ZERO)::start).isInstanceOf(IllegalArgumentException.class);
        builder.poll(Duration.ofSeconds(1));
        assertThatThrownBy(builder.heartbeat(Duration.ofSeconds(10), Duration.ofSeconds(15))::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT20S");
    }

    @Test
    void a_database_that_is_not_known_is_named() {
        assertThatThrownBy(builder.queue("mailers", 1).handlers(List.of(handler))::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Oracle")
                .hasMessageContaining("PostgreSQL, MariaDB or H2");
    }
}
