package io.accounts4j.http.wire;

import io.accounts4j.kernel.Problem;
import java.util.List;
import java.util.Map;

/** Ends the handling of a request with a problem as the answer. Its texts are ours, never the client's. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;

    private ProblemException(ProblemType type, String detail, List<Violation> violations, Map<String, String> headers) {
        super(detail, null, false, false);
        this.type = type;
        this.violations = violations;
        this.headers = headers;
    }

    /** A field problem and where it is in the body. */
    public record Violation(Problem problem, String pointer) {}

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), Map.of());
    }

    /** The fields of a body are wrong; {@code prefix} is where they are, such as {@code /user}. */
    public static ProblemException invalid(String prefix, List<Problem> problems) {
        List<Violation> violations = problems.stream()
                .map(problem -> new Violation(problem, "#" + prefix + "/" + problem.field()))
                .toList();
        long fields = problems.stream().map(Problem::field).distinct().count();
        String detail = fields == 1 ? "1 field is invalid" : fields + " fields are invalid";
        return new ProblemException(ProblemType.VALIDATION, detail, violations, Map.of());
    }

    /** The same refusal with this header. */
    public ProblemException with(String name, String value) {
        return new ProblemException(type, detail(), violations, Map.of(name, value));
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
