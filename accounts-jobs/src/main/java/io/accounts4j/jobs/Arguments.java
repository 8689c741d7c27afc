package io.accounts4j.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of one kind of job, as Java type and as JSON. Messages name types and components, never values. */
final class Arguments<A> {

    private final Class<A> type;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    Arguments(Class<A> type) {
        this.type = type;
        this.writer = ArgumentsMapper.INSTANCE.writerFor(type);
        this.reader = ArgumentsMapper.INSTANCE.readerFor(type);
    }

    /** As JSON that every database stores; equal text for equal arguments. */
    String write(String kind, A arguments) {
        try {
            String json = writer.writeValueAsString(arguments);
            if (json.charAt(0) != '{') {
                throw new IllegalArgumentException("arguments of " + kind + " are " + type.getName()
                        + ", which is not an object as JSON: put them into a record");
            }
            return Storable.checked(kind, json);
        } catch (InvalidDefinitionException e) {
            throw new IllegalArgumentException(message(kind, "written as JSON", e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(message(kind, "written as JSON", e));
        }
    }

    /** Back again. */
    A read(String kind, int version, @Nullable String json) {
        if (json == null) {
            throw new UnreadableArgumentsException("arguments of " + kind + " are erased");
        }
        try {
            A arguments = reader.readValue(json);
            if (arguments == null) {
                throw new UnreadableArgumentsException("arguments of " + kind + " are null");
            }
            return arguments;
        } catch (JsonProcessingException e) {
            throw new UnreadableArgumentsException(message(kind + " version " + version, "read", e));
        }
    }

    private String message(String kind, String verb, JsonProcessingException e) {
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
