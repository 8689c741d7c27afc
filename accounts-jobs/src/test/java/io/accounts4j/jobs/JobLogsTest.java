package io.accounts4j.jobs;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.Nodes;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log: enough to find a fault, no secret, and bounded. */
@OnDatabases(TestDatabase.H2)
class JobLogsTest extends JobEngineFixture {

    private static final String TOKEN = "c4nary".repeat(8);

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.accounts4j.jobs");
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                events.add(event);
            }
        };
        listener.setContext(logger.getLoggerContext());
        listener.start();
        logger.addAppender(listener);
        logger.setLevel(Level.TRACE);
    }

    @AfterEach
    void listenNoMore() {
        logger.setLevel(Level.OFF);
        logger.detachAndStopAllAppenders();
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    @Test
    void a_failure_is_logged_with_its_place_and_without_its_secrets() {
        JobId id = database.queue().enqueue(job(JobOptions.queue("default").maxAttempts(1)));
        start(quick(handler(run -> {
            throw new IllegalStateException("outer " + TOKEN, new IllegalArgumentException("inner " + TOKEN));
        })));
        awaitState(id, "discarded");
        assertThat(events)
                .anySatisfy(event -> assertThat(text(event))
                        .contains("java.lang.IllegalStateException: outer [redacted]", "inner [redacted]")
                        .contains("JobLogsTest"))
                .noneSatisfy(event -> assertThat(text(event)).contains("c4nary"));
    }

    @Test
    void trouble_that_lasts_is_reported_once_in_ten_seconds_by_each_loop() {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        faulty.cut();
        start(quick(JobEngine.builder(faulty.dataSource()), handler(run -> null))
                .poll(ofMillis(1)));
        await().atMost(SOON).until(() -> faulty.failures() >= 6);
        assertThat(events.stream().filter(event -> text(event).contains("; retrying")))
                .hasSizeBetween(1, 2)
                .allSatisfy(
                        event -> assertThat(text(event)).contains("SQLState 08006", "statement=Database.connection"));
        assertThat(events.stream()
                        .filter(event -> text(event).contains("; retrying"))
                        .map(JobLogsTest::text)
                        .findFirst()
                        .orElseThrow())
                .as("the first has the stack")
                .contains("FaultyDataSource");
    }

    @Test
    void aPauseOfAQueueThatNoNodeHasIsLogged() {
        start(quick(handler(run -> JobResult.complete())));
        await().until(() -> !JobDeployment.over(database.dataSource()).nodes().isEmpty());
        JdbcQueueControl control = JdbcQueueControl.over(database.dataSource());

        control.pause("default", Nodes.all());
        control.pause("defualt", Nodes.all());

        assertThat(events)
                .filteredOn(event -> event.getLevel() == Level.WARN)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("a queue was paused that no live node works on: queue=defualt; is that its name?");
    }
}
