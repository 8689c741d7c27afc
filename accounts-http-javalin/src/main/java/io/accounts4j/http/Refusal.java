package io.accounts4j.http;

import io.accounts4j.kernel.Problem;
import java.util.List;
import java.util.Map;

/** Ends the handling of a request with a problem as the answer. Its texts are ours, never the client's. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;
    private final transient List<String> cookies;

    private Refusal(
            ProblemType type,
            String detail,
            List<Violation> violations,
            Map<String, String> headers,
            List<String> cookies) {
        super(detail, null, false, false);
        this.type = type;
        this.violations = violations;
        this.headers = headers;
        this.cookies = cookies;
    }

    /** A field problem and where it is in the body. */
    record Violation(Problem problem, String pointer) {}

    static Refusal of(ProblemType type, String detail) {
        return new Refusal(type, detail, List.of(), Map.of(), List.of());
    }

    /** The fields of a body are wrong; {@code prefix} is where they are, such as {@code /user}. */
    static Refusal invalid(String prefix, List<Problem> problems) {
        List<Violation> violations = problems.stream()
                .map(problem -> new Violation(problem, "#" + prefix + "/" + problem.field()))
                .toList();
        long fields = problems.stream().map(Problem::field).distinct().count();
        String detail = fields == 1 ? "1 field is invalid" : fields + " fields are invalid";
        return new Refusal(ProblemType.VALIDATION, detail, violations, Map.of(), List.of());
    }

    /** The same refusal with this header. */
    Refusal with(String name, String value) {
        return new Refusal(type, detail(), violations, Map.of(name, value), cookies);
    }

    /** The same refusal with this {@code Set-Cookie} line. */
    Refusal cookie(String line) {
        return new Refusal(type, detail(), violations, headers, List.of(line));
    }

    ProblemType type() {
        return type;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<Violation> violations() {
        return violations;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** {@code answer} with what goes along with this refusal. */
    Answer dress(Answer answer) {
        Answer dressed = answer.with(headers);
        for (String line : cookies) {
            dressed = dressed.cookie(line);
        }
        return dressed;
    }
}
