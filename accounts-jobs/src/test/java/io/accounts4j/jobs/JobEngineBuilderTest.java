package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.Accounts;
import io.accounts4j.jdbc.UnsupportedDatabaseException;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.node.NodeName;
import io.accounts4j.purging.Purging;
import io.accounts4j.testkit.InMemoryJobs;
import io.accounts4j.testkit.InMemoryStore;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Wrong wiring is refused with a remedy. */
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
        assertThatThrownBy(() -> builder.heartbeat(Duration.ofSeconds(10), Duration.ofSeconds(15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT20S");
    }

    @Test
    void handlerOrScheduleInAQueueThatIsNotServedIsRefused() {
        Worker<Order> orders = Worker.of("test.order", Order.class).queue("orders");
        builder.queue("mailers", 1).worker(orders.perform((job, order) -> JobResult.complete()));
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("queues must include orders for [handler of kind test.order], got [mailers];"
                        + " add queue(\"orders\", 10), or servedElsewhere(\"orders\") if another engine works on it");

        builder.queue("orders", 1).cron(Cron.of("nightly", "0 4 * * *", Purging.job()));
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("queues must include default for [schedule nightly]");

        builder.servedElsewhere("default");
        assertThatThrownBy(builder::start).as("the next fault").hasMessageContaining("Oracle");
    }

    @Test
    void handlersOfAccountsNeedTheirQueues() {
        assertThatThrownBy(builder.queue("other", 1).handlers(accounts().jobHandlers())::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("queues must include ");
        assertThatThrownBy(JobEngine.forAccounts(accounts(), of(DataSource.class, "Oracle"))::start)
                .as("nothing but the database is missing")
                .hasMessageContaining("Oracle");
    }

    private static Accounts accounts() {
        InMemoryStore store = new InMemoryStore();
        return Accounts.builder()
                .store(store)
                .jobs(new InMemoryJobs(store, Clock.systemUTC()))
                .mailer(mail -> {})
                .publicUrl(URI.create("https://app.example.org"))
                .build();
    }

    private record Order(long id) {}

    @Test
    void nodeIsNamedAfterItsHost() {
        assertThat(NodeName.standard())
                .matches("[^/]+/" + ProcessHandle.current().pid());
    }

    @Test
    void attemptsEndAfterHalfAnHourByDefault() {
        Worker<Order> own = Worker.of("test.own", Order.class)
                .timeout(Duration.ofSeconds(7))
                .perform((job, order) -> JobResult.complete());
        Worker<Order> none = Worker.of("test.none", Order.class)
                .timeout(Duration.ZERO)
                .perform((job, order) -> JobResult.complete());

        var handlings =
                builder.handlers(List.of(handler)).worker(own).worker(none).handlings();

        assertThat(handlings.get("test.job").limit()).contains(Duration.ofMinutes(30));
        assertThat(handlings.get("test.own").limit()).contains(Duration.ofSeconds(7));
        assertThat(handlings.get("test.none").limit()).isEmpty();
        assertThat(builder.timeout(Duration.ZERO).handlings().get("test.job").limit())
                .isEmpty();
    }

    @Test
    void a_database_that_is_not_known_is_named() {
        assertThatThrownBy(builder.queue("mailers", 1).handlers(List.of(handler))::start)
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("Oracle")
                .hasMessageContaining("PostgreSQL, MariaDB or H2");
    }
}
