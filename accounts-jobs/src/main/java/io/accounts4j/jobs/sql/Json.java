package io.accounts4j.jobs.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accounts4j.job.JobError;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stored form of untyped arguments, errors and tags. Strict in what it reads, by {@link StrictMapper}. */
public final class Json {

    /** No errors, as an SQL literal. */
    static final String NONE = "'[]'";

    private static final int MAX_ERRORS = 20;
    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private static final JsonMapper MAPPER = StrictMapper.INSTANCE;

    private Json() {}

    /** An object of strings, in the order of its keys. */
    public static String ofArguments(Map<String, String> arguments) {
        return write(new TreeMap<>(arguments));
    }

    /** Back again; {@link IllegalArgumentException} for anything else than an object of strings. */
    public static Map<String, String> toArguments(@Nullable String json) {
        if (json == null) {
            throw new IllegalArgumentException("the stored arguments are erased or encrypted");
        }
        try {
            Map<String, String> arguments = MAPPER.readValue(json, ARGUMENTS);
            if (arguments != null && arguments.values().stream().allMatch(Objects::nonNull)) {
                return arguments;
            }
        } catch (JsonProcessingException e) {
            // Its message quotes what it read.
        }
        throw new IllegalArgumentException("the stored arguments are not an object of strings");
    }

    /** {@code errors} and one more; the oldest go when there are more than twenty. */
    public static String withError(String errors, JobError error) {
        ArrayNode all = errorsIn(errors);
        ObjectNode last = all.addObject();
        last.put("attempt", error.attempt());
        error.at()
                .ifPresent(
                        at -> last.put("at", at.truncatedTo(ChronoUnit.MICROS).toString()));
        last.put("error", error.error());
        if (!error.causes().isEmpty()) {
            error.causes().forEach(last.putArray("causes")::add);
        }
        while (all.size() > MAX_ERRORS) {
            all.remove(0);
        }
        return write(all);
    }

    /** The errors as they were stored, the oldest first. */
    static List<JobError> toErrors(String json) {
        List<JobError> errors = new ArrayList<>();
        errorsIn(json)
                .forEach(error -> errors.add(new JobError(
                        error.path("attempt").asInt(),
                        error.path("error").asText(),
                        toInstant(error.path("at").asText()),
                        texts(error.path("causes")))));
        return errors;
    }

    private static Optional<Instant> toInstant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** An array of strings. */
    public static String ofTexts(Collection<String> texts) {
        return write(new TreeSet<>(texts));
    }

    /** Back again; empty for anything else than an array. */
    static List<String> toTexts(@Nullable String json) {
        return json == null ? List.of() : texts(errorsIn(json));
    }

    private static ArrayNode errorsIn(String errors) {
        try {
            JsonNode stored = MAPPER.readTree(errors);
            return stored instanceof ArrayNode list ? list : MAPPER.createArrayNode();
        } catch (JsonProcessingException e) {
            return MAPPER.createArrayNode();
        }
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), e);
        }
    }
}
