package io.accounts4j.jobs.enqueue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import io.accounts4j.jobs.sql.StrictMapper;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The arguments of one kind of job, as Java type and as JSON. Messages name types and components, never values. */
public final class Arguments<A> {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Class<A> type;
    private final Upcasters upcasters;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    /** Of that type. */
    public Arguments(Class<A> type) {
        this(type, Upcasters.NONE);
    }

    private Arguments(Class<A> type, Upcasters upcasters) {
        this.type = type;
        this.upcasters = upcasters;
        this.writer = StrictMapper.INSTANCE.writerFor(type);
        this.reader = StrictMapper.INSTANCE.readerFor(type);
    }

    /** The same, reading those of version {@code from} too. */
    public Arguments<A> upcaster(int from, UnaryOperator<Map<String, Object>> upcaster) {
        return new Arguments<>(type, upcasters.and(from, upcaster));
    }

    /** As JSON that every database stores; equal text for equal arguments. */
    public String write(String kind, A arguments) {
        try {
            String json = writer.writeValueAsString(arguments);
            if (json.charAt(0) != '{') {
                throw new IllegalArgumentException("arguments of " + kind + " are " + type.getName()
                        + ", which is not an object as JSON: put them into a record");
            }
            return json;
        } catch (InvalidDefinitionException e) {
            throw new IllegalArgumentException(message(kind, "written as JSON", e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(message(kind, "written as JSON", e));
        }
    }

    /** Back again: those of {@code kind}, stored as its own version or an older one. */
    public A read(Kind kind, int version, @Nullable String json) {
        if (json == null) {
            throw new UnreadableArgumentsException("arguments of " + kind.name() + " are erased");
        }
        try {
            A arguments = kind.version() == version ? reader.readValue(json) : raised(kind, version, json);
            if (arguments == null) {
                throw new UnreadableArgumentsException("arguments of " + kind.name() + " are null");
            }
            return arguments;
        } catch (IOException e) {
            throw new UnreadableArgumentsException(message(kind.name() + " version " + kind.version(), "read", e));
        }
    }

    private A raised(Kind kind, int version, String json) throws IOException {
        Map<String, Object> stored = StrictMapper.INSTANCE.readValue(json, OBJECT);
        Map<String, Object> raised = upcasters.raise(kind.name(), stored, kind.version(), version);
        return reader.readValue(StrictMapper.INSTANCE.<JsonNode>valueToTree(raised));
    }

    private String message(String kind, String verb, IOException e) {
        String where = e instanceof JsonMappingException mapping ? where(mapping) : "";
        return "arguments of " + kind + " cannot be " + verb + " (" + type.getName() + where + ": "
                + e.getClass().getSimpleName() + ")";
    }

    /** The components that lead to the trouble, as far as the type names them: keys of a map are data. */
    private static String where(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (isMap(step.getFrom())) {
                break;
            }
            path.append('.').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return path.toString();
    }

    private static boolean isMap(@Nullable Object owner) {
        return owner instanceof Map || (owner instanceof Class<?> type && Map.class.isAssignableFrom(type));
    }
}
