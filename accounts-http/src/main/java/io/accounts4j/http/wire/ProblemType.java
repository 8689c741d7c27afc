package io.accounts4j.http.wire;

import io.accounts4j.kernel.ProblemCode;
import java.util.Locale;

/** The kinds of refusal, each with a section in {@code docs/problems.md}. Names are part of the API. */
public enum ProblemType {
    METHOD_OVERRIDE(400, "Bad Request"),
    MALFORMED_REQUEST(400, "Bad Request"),
    MALFORMED_JSON(400, "Bad Request"),
    MISSING_WRAPPER(400, "Bad Request"),
    INVALID_CURSOR(400, "Bad Request"),
    UNAUTHENTICATED(401, "Unauthorized"),
    INVALID_CREDENTIALS(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    CROSS_SITE(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    REQUEST_TIMEOUT(408, "Request Timeout"),
    LAST_ADMINISTRATOR(409, "Conflict"),
    STILL_REFERENCED(409, "Conflict"),
    CONTENT_TOO_LARGE(413, "Content Too Large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
    VALIDATION(422, "Unprocessable Content"),
    QUOTA_EXCEEDED(429, "Too Many Requests"),
    INTERNAL(500, "Server Error"),
    UNAVAILABLE(503, "Service Unavailable");

    private static final String BASE = "https://accounts4j.github.io/problems/";

    /** The registry of types that several products share (RFC 9457, 4.2). */
    private static final String REGISTERED = "https://iana.org/assignments/http-problem-types#";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The type of a refusal with {@code code}. */
    public static ProblemType of(ProblemCode code) {
        return switch (code.kind()) {
            case INVALID -> VALIDATION;
            case ABSENT -> NOT_FOUND;
            case FORBIDDEN -> FORBIDDEN;
            case CONFLICT, STALE -> valueOf(code.value().toUpperCase(Locale.ROOT));
        };
    }

    /** The last segment of the type URI. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return (this == QUOTA_EXCEEDED ? REGISTERED : BASE) + code();
    }

    public int status() {
        return status;
    }

    /** The reason phrase (RFC 9110, 15). */
    public String title() {
        return title;
    }
}
