package io.accounts4j.http.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one way from the bytes of a request to values: right type, bounded size, strict UTF-8, strict JSON or form. What is
 * no UTF-8 is refused instead of repaired, so that what was checked is what is stored.
 */
public final class BodyReader {

    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern UTF_8 =
            Pattern.compile("\\s*charset\\s*=\\s*\"?utf-8\"?\\s*", Pattern.CASE_INSENSITIVE);

    private final int limit;

    public BodyReader(int limit) {
        this.limit = limit;
    }

    /** Refuses a body of another type than {@code mediaType} and one that is declared to be too large. Reads nothing. */
    public void check(HttpServletRequest request, String mediaType) {
        String[] parts = Optional.ofNullable(request.getHeader("Content-Type"))
                .orElse("")
                .split(";", 2);
        boolean known = parts[0].strip().toLowerCase(Locale.ROOT).equals(mediaType)
                && (parts.length == 1 || UTF_8.matcher(parts[1]).matches())
                && request.getHeader("Content-Encoding") == null;
        if (!known) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "the body must be " + mediaType + " in UTF-8");
        }
        check(request.getContentLengthLong());
    }

    /** The JSON object that {@code body} is. */
    public ObjectNode json(byte[] body) {
        check(body.length);
        try {
            JsonNode root = Json.parse(decode(body));
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw ProblemException.of(ProblemType.MALFORMED_JSON, "the body must be a JSON object");
        } catch (JsonProcessingException e) {
            throw malformed(Optional.ofNullable(e.getLocation()));
        }
    }

    /** The fields of the HTML form that {@code body} is. */
    public Parameters form(byte[] body) {
        check(body.length);
        return Parameters.parse(decode(body));
    }

    private void check(long length) {
        if (length > limit) {
            throw ProblemException.of(ProblemType.CONTENT_TOO_LARGE, "the body must have at most " + limit + " bytes");
        }
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw malformed(Optional.of(endOf(text.toString())));
        }
        return text.toString();
    }

    private static JsonLocation endOf(String text) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new JsonLocation(null, text.length(), line, text.length() - text.lastIndexOf('\n'));
    }

    private static ProblemException malformed(Optional<JsonLocation> location) {
        String where = location.map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                .orElse("");
        return ProblemException.of(ProblemType.MALFORMED_JSON, "the body is not well-formed" + where);
    }
}
