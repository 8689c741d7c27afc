package io.accounts4j.http.health;

import static io.accounts4j.http.route.Access.ADMINISTRATOR;
import static io.accounts4j.http.route.Access.PUBLIC;
import static io.accounts4j.http.route.Access.RECOGNISED;
import static io.accounts4j.http.route.Method.GET;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.http.guard.Responder;
import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Feature;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Response;
import io.accounts4j.job.JobHealth;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Liveness, readiness and the figures of the jobs. Readiness covers only parts that another node could do better; its reasons are
 * for administrators.
 */
public final class HealthApi implements Feature {

    private final List<HealthCheck> checks;
    private final Optional<Supplier<JobHealth>> jobs;

    public HealthApi(List<HealthCheck> checks, Optional<Supplier<JobHealth>> jobs) {
        this.checks = List.copyOf(checks);
        this.jobs = jobs;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.api(GET, "/health/live", PUBLIC, Action.immediate(call -> Response.json(200, status(true)))),
                Route.api(GET, "/health/ready", RECOGNISED, Action.immediate(this::ready)),
                Route.api(GET, "/health/jobs", ADMINISTRATOR, Action.immediate(call -> jobs())));
    }

    private Response ready(AdmittedRequest call) {
        boolean withReasons =
                call.principal().filter(found -> found.user().administrator()).isPresent();
        Map<String, Object> results = new LinkedHashMap<>();
        boolean ok = true;
        for (HealthCheck check : checks) {
            Health health = check.check();
            Map<String, Object> result = status(health.ok());
            if (withReasons) {
                result.put("reason", health.detail());
            }
            results.put(check.name(), result);
            ok &= health.ok();
        }
        Map<String, Object> body = status(ok);
        body.put("checks", results);
        return ok
                ? Response.json(200, body)
                : Response.json(503, body).with("Retry-After", Responder.RETRY_AFTER_SECONDS);
    }

    private static Map<String, Object> status(boolean ok) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("status", ok ? "pass" : "fail");
        return status;
    }

    private Response jobs() {
        JobHealth health = jobs.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "this server shows no jobs"))
                .get();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("warnings", health.warnings());
        body.put("nodes", health.liveNodes());
        body.put("oldest_due_seconds", seconds(health.oldestDue()));
        body.put("oldest_executing_seconds", seconds(health.oldestExecuting()));
        body.put("paused_queues", health.pausedQueues());
        body.put("unknown_kinds", health.unknownKinds());
        body.put("queues", health.queues().stream().map(HealthApi::queue).toList());
        return Response.json(200, body);
    }

    private static Map<String, Object> queue(JobHealth.Queue queue) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", queue.name());
        shown.put("oldest_due_seconds", seconds(queue.oldestDue()));
        shown.put("oldest_executing_seconds", seconds(queue.oldestExecuting()));
        shown.put("served", queue.served());
        return shown;
    }

    private static long seconds(Optional<Duration> age) {
        return age.orElse(Duration.ZERO).toSeconds();
    }
}
