package io.accounts4j.http.wire;

import io.accounts4j.kernel.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refusals as {@code application/problem+json} (RFC 9457), which still carry the original's {@code errors}. */
public final class ProblemJson {

    private ProblemJson() {}

    public static Response answer(ProblemException refusal, String path, String requestId) {
        ProblemType type = refusal.type();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.uri());
        problem.put("title", type.title());
        problem.put("status", type.status());
        problem.put("detail", refusal.detail());
        problem.put("instance", path);
        problem.put("errors", errors(refusal));
        if (type == ProblemType.VALIDATION) {
            problem.put(
                    "violations",
                    refusal.violations().stream().map(ProblemJson::violation).toList());
        }
        problem.put("request_id", requestId);
        return Response.of(type.status(), "application/problem+json", Json.write(problem));
    }

    private static Map<String, Object> errors(ProblemException refusal) {
        if (refusal.type() == ProblemType.INVALID_CREDENTIALS) {
            return Map.of("detail", refusal.detail());
        }
        if (refusal.type() != ProblemType.VALIDATION) {
            return Map.of("detail", refusal.type().title());
        }
        Map<String, List<String>> messages = new LinkedHashMap<>();
        for (ProblemException.Violation violation : refusal.violations()) {
            Problem problem = violation.problem();
            messages.computeIfAbsent(problem.field(), field -> new ArrayList<>())
                    .add(problem.message());
        }
        return new LinkedHashMap<>(messages);
    }

    private static Map<String, Object> violation(ProblemException.Violation violation) {
        Problem problem = violation.problem();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", problem.field());
        json.put("pointer", violation.pointer());
        json.put("code", problem.code().value());
        json.put("message", problem.message());
        json.put("params", problem.parameters());
        return json;
    }
}
