package io.accounts4j.http.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one way from the bytes of a request to values: right type, bounded size, strict UTF-8, strict JSON or form. Malformed
 * UTF-8 is refused instead of repaired, so that the checked text is the stored text.
 */
public final class BodyReader {

    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern UTF_8 =
            Pattern.compile("\\s*charset\\s*=\\s*\"?utf-8\"?\\s*", Pattern.CASE_INSENSITIVE);

    private final int limit;
    private final Duration timeout;

    public BodyReader(BodyBounds bounds) {
        this.limit = bounds.bytes();
        this.timeout = bounds.timeout();
    }

    /** Refuses a body of another type than {@code mediaType} and one that is declared to be too large. Reads nothing. */
    public void check(Request request, String mediaType) {
        String[] parts = Headers.first(request, "Content-Type").orElse("").split(";", 2);
        boolean known = parts[0].strip().toLowerCase(Locale.ROOT).equals(mediaType)
                && (parts.length == 1 || UTF_8.matcher(parts[1]).matches())
                && !Headers.has(request, "Content-Encoding");
        if (!known) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "the body must be " + mediaType + " in UTF-8");
        }
        check(declaredLength(request));
    }

    /** The bytes of the body; the stage fails with the {@link ProblemException} that says why there are none. */
    public CompletionStage<byte[]> receive(Request request) {
        return request.body(limit, timeout).handle((body, failure) -> {
            if (failure != null) {
                throw problem(failure instanceof CompletionException ? failure.getCause() : failure);
            }
            return body;
        });
    }

    private ProblemException problem(@Nullable Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        return failure instanceof TimeoutException
                ? ProblemException.of(
                        ProblemType.REQUEST_TIMEOUT, "the body must be complete within " + timeout.toSeconds() + " s")
                : ProblemException.of(ProblemType.MALFORMED_REQUEST, "the body could not be read");
    }

    private static long declaredLength(Request request) {
        return Headers.first(request, "Content-Length")
                .filter(length -> length.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
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
