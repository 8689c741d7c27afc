package io.accounts4j.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read by name and type. A wrong type is a problem of that field and never converted; what
 * nobody reads is ignored. Not thread-safe.
 */
public final class JsonBody {

    private final ObjectNode object;
    private final String prefix;
    private final List<Problem> problems = new ArrayList<>();

    private JsonBody(ObjectNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** The body itself. */
    public static JsonBody of(ObjectNode body) {
        return new JsonBody(body, "");
    }

    /** The object under {@code wrapper} in the body, as in {@code {"user": {…}}}. */
    public static JsonBody in(String wrapper, ObjectNode body) {
        if (body.get(wrapper) instanceof ObjectNode object) {
            return new JsonBody(object, "/" + wrapper);
        }
        throw ProblemException.of(
                ProblemType.MISSING_WRAPPER, "the body must be an object with an object \"" + wrapper + "\"");
    }

    public boolean has(String name) {
        return object.has(name);
    }

    /** The text under {@code name}; {@code null} where there is none, and where there is a problem. */
    @Nullable
    public String text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            problems.add(Problem.of(name, ProblemCode.WRONG_TYPE));
            return null;
        }
        if (!Text.isStorable(value.textValue())) {
            problems.add(Problem.of(name, ProblemCode.CHARACTERS));
            return null;
        }
        return value.textValue();
    }

    /** The text under {@code name}, which must be there; empty text where there is a problem. */
    public String requiredText(String name) {
        String text = text(name);
        if (text == null
                && problems.stream().noneMatch(problem -> problem.field().equals(name))) {
            problems.add(Problem.of(name, ProblemCode.REQUIRED));
        }
        return text == null ? "" : text;
    }

    /** The truth under {@code name}; empty where there is none, and where there is a problem. */
    public Optional<Boolean> flag(String name) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problems.add(Problem.of(name, ProblemCode.WRONG_TYPE));
        }
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    /** Finds a problem where {@code name} is given at all. */
    public void refuse(String name) {
        if (has(name)) {
            problems.add(Problem.of(name, ProblemCode.READ_ONLY));
        }
    }

    /** Finds a problem where {@code name} is given another value than {@code present}. */
    public void keep(String name, @Nullable String present) {
        JsonNode value = object.path(name);
        boolean same = value.isNull()
                ? present == null
                : value.isTextual() && value.textValue().equals(present);
        if (!same) {
            refuse(name);
        }
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** Refuses the body if a field that was read is wrong. */
    public void check() {
        if (hasProblems()) {
            throw refused(List.of());
        }
    }

    /** A refusal with the problems found here and those of {@code others} that are about other fields. */
    public ProblemException refused(List<Problem> others) {
        Set<String> known = problems.stream().map(Problem::field).collect(Collectors.toSet());
        List<Problem> all = Stream.concat(
                        problems.stream(), others.stream().filter(problem -> !known.contains(problem.field())))
                .toList();
        return ProblemException.invalid(prefix, all);
    }
}
