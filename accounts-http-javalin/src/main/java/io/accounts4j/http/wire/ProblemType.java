package io.accounts4j.http.wire;

import io.javalin.http.HttpStatus;
import java.util.Locale;

/** The kinds of refusal, each with a section in {@code docs/problems.md}. Names are part of the API. */
public enum ProblemType {
    METHOD_OVERRIDE(HttpStatus.BAD_REQUEST),
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
    MALFORMED_JSON(HttpStatus.BAD_REQUEST),
    MISSING_WRAPPER(HttpStatus.BAD_REQUEST),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    INVALID_CREDENTIALS(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    CROSS_SITE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT),
    LAST_ADMINISTRATOR(HttpStatus.CONFLICT),
    STILL_REFERENCED(HttpStatus.CONFLICT),
    CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    VALIDATION(HttpStatus.UNPROCESSABLE_CONTENT),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private static final String BASE = "https://accounts4j.github.io/problems/";

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    /** The last segment of the type URI. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return BASE + code();
    }

    public int status() {
        return status.getCode();
    }

    /** The reason phrase of RFC 9110, which is also what the original says of itself. */
    public String title() {
        return status.getMessage();
    }
}
