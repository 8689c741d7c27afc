package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.job.JobHealth;
import io.accounts4j.mail.MailException;
import io.accounts4j.password.HashingBound;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.token.SessionToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Responses and log lines after a failure. */
class FailureTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.accounts4j.http");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void aDeadDatabaseIsAMomentToWait() {
        try (TestServer server = TestServer.start()) {
            SessionToken session = server.session(server.user());
            server.kit.store().fail();
            for (Answer answer : List.of(
                    server.get("/api/session").cookie(session).send(),
                    server.call("DELETE", "/api/session").cookie(session).send(),
                    server.call("POST", "/api/session")
                            .json(Bodies.credentials("a@example.com", Fixtures.PASSWORD, ""))
                            .send())) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.problem()).isEqualTo("unavailable");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
                assertThat(answer.setCookie()).isEmpty();
            }
            assertThat(server.get("/api/health/live").cookie(session).send().body())
                    .isEqualTo("{\"status\":\"pass\"}");
            Answer ready = server.get("/api/health/ready").send();
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.header("Retry-After")).isEqualTo("2");
            assertThat(server.get("/users/confirm")
                            .header("Cookie", TestServer.COOKIE + "=" + session.reveal())
                            .send()
                            .header("Content-Type"))
                    .startsWith("text/html");
            server.kit.store().recover();
            assertThat(server.get("/api/session").cookie(session).send().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void readinessNamesThePartsAndNothingMore() {
        HealthCheck broken = new HealthCheck() {
            @Override
            public String name() {
                return "jobs";
            }

            @Override
            public Health check() {
                return Health.fail("cannot reach db.internal");
            }
        };
        try (TestServer server = TestServer.start(settings -> settings.healthChecks(broken))) {
            Answer answer = server.get("/api/health/ready").send();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body())
                    .contains(
                            "\"status\":\"fail\"",
                            "\"jobs\":{\"status\":\"fail\"}",
                            "\"database\":{\"status\":\"pass\"}")
                    .doesNotContain("db.internal");
        }
    }

    @Test
    void readinessGivesAdministratorsTheReasons() {
        HealthCheck broken = new HealthCheck() {
            @Override
            public String name() {
                return "engine";
            }

            @Override
            public Health check() {
                return Health.fail("it holds no lease");
            }
        };
        try (TestServer server = TestServer.start(settings -> settings.healthChecks(broken))) {
            SessionToken user = server.session(server.user());
            SessionToken administrator = server.session(server.administrator());
            assertThat(server.get("/api/health/ready").cookie(user).send().body())
                    .doesNotContain("lease");
            assertThat(server.get("/api/health/ready")
                            .cookie(administrator)
                            .send()
                            .body())
                    .contains("\"engine\":{\"status\":\"fail\",\"reason\":\"it holds no lease\"}");
        }
    }

    @Test
    void figuresOfTheJobsAreForAdministrators() {
        JobHealth figures = new JobHealth(
                Optional.of(Duration.ofMinutes(16)),
                Optional.empty(),
                1,
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(new JobHealth.Queue("mailers", Optional.of(Duration.ofMinutes(16)), Optional.empty(), true)),
                List.of("test.removed"),
                List.of("a job is due for 960 s, the limit is PT15M"));
        try (TestServer server = TestServer.start(settings -> settings.jobHealth(() -> figures))) {
            SessionToken user = server.session(server.user());
            SessionToken administrator = server.session(server.administrator());
            assertThat(server.get("/api/health/jobs").send().status()).isEqualTo(401);
            assertThat(server.get("/api/health/jobs").cookie(user).send().status())
                    .isEqualTo(403);
            assertThat(server.get("/api/health/ready").send().status())
                    .as("a backlog is no reason to send requests elsewhere")
                    .isEqualTo(200);
            Answer answer = server.get("/api/health/jobs").cookie(administrator).send();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(
                            "\"oldest_due_seconds\":960",
                            "\"unknown_kinds\":[\"test.removed\"]",
                            "\"warnings\":[\"a job is due for 960 s");
        }
    }

    @Test
    void tooManyPasswordsAtOnceAreAMomentToWait() throws Exception {
        SlowHasher hasher = new SlowHasher();
        try (TestServer server = TestServer.with(
                accounts -> accounts.passwordHasher(hasher).hashing(new HashingBound(1, 0, Duration.ZERO)))) {
            String body = Bodies.credentials("a@example.com", Fixtures.PASSWORD, "");
            ExecutorService pool = Executors.newSingleThreadExecutor();
            try {
                Callable<Answer> attempt =
                        () -> server.call("POST", "/api/session").json(body).send();
                Future<Answer> first = pool.submit(attempt);
                hasher.awaitBusy();
                Answer second = attempt.call();
                hasher.release();

                assertThat(second.status()).isEqualTo(503);
                assertThat(second.header("Retry-After")).isEqualTo("2");
                assertThat(first.get().status()).isEqualTo(401);
            } finally {
                hasher.release();
                pool.shutdownNow();
            }
        }
    }

    @Test
    void anUnforeseenFailureTellsTheClientNothingButTheRequestId() {
        for (Throwable failure : List.of(
                new IllegalStateException("secret detail"),
                new MailException("secret detail", false, null),
                new StackOverflowError("secret detail"))) {
            try (TestServer server = TestServer.start(settings -> settings.healthChecks(new Failing(failure)))) {
                Answer answer = server.get("/api/health/ready")
                        .header("X-Request-Id", "r-77")
                        .send();

                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.problem()).isEqualTo("internal");
                assertThat(answer.body()).contains("r-77").doesNotContain("secret", "Exception", "Overflow", ".java");
                assertThat(log.list).anySatisfy(line -> {
                    assertThat(line.getFormattedMessage()).contains("r-77");
                    assertThat(line.getThrowableProxy().getMessage()).isEqualTo("secret detail");
                });
            }
            log.list.clear();
        }
    }

    @Test
    void d22_neitherLogsNorAnswersRepeatWhatWasTyped() {
        try (TestServer server = TestServer.start()) {
            String body = "{\"user\":{\"email\":\"canary@example.com\",\"name\":\"C\",\"password\":\"Canary123456\"}}";
            Answer answer =
                    server.call("POST", "/api/users?canary=1").json(body).send();
            Answer broken = server.call("POST", "/api/users").json("{\"canary").send();
            Answer missing =
                    server.get("/api/users/canary").as(server.administrator()).send();

            assertThat(List.of(answer.status(), broken.status(), missing.status()))
                    .containsExactly(422, 400, 404);
            assertThat(answer.body() + broken.body()).doesNotContain("canary").doesNotContain("Canary");
            assertThat(log.list)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.getFormattedMessage()).doesNotContainIgnoringCase("canary"));
        }
    }

    /** A check that breaks its promise never to throw. */
    private record Failing(Throwable failure) implements HealthCheck {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Health check() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
