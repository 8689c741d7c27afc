package io.accounts4j.http;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the server lives, and whether what it needs works. Says which part fails and nothing more. */
final class HealthRoutes {

    private final List<HealthCheck> checks;

    HealthRoutes(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    Map<Operation, Action> actions() {
        return Map.of(Operation.LIVE, call -> Answer.json(200, status(true)), Operation.READY, call -> ready());
    }

    private Answer ready() {
        Map<String, Object> results = new LinkedHashMap<>();
        boolean ok = true;
        for (HealthCheck check : checks) {
            Health health = check.check();
            results.put(check.name(), status(health.ok()));
            ok &= health.ok();
        }
        Map<String, Object> body = new LinkedHashMap<>(status(ok));
        body.put("checks", results);
        return ok ? Answer.json(200, body) : Answer.json(503, body).with("Retry-After", Replies.RETRY_AFTER_SECONDS);
    }

    private static Map<String, String> status(boolean ok) {
        return Map.of("status", ok ? "pass" : "fail");
    }
}
