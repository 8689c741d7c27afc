package io.accounts4j.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole answer, written at once: status, headers, cookies and body. Immutable. */
final class Answer implements Reply {

    private static final byte[] EMPTY = {};

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers;
    private final List<String> cookies;

    private Answer(int status, byte[] body, Map<String, String> headers, List<String> cookies) {
        this.status = status;
        this.body = body;
        this.headers = headers;
        this.cookies = cookies;
    }

    static Answer empty(int status) {
        return new Answer(status, EMPTY, Map.of(), List.of());
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, body, Map.of("Content-Type", contentType), List.of());
    }

    /** {@code {"data": …}}. */
    static Answer data(int status, Object data) {
        return json(status, Map.of("data", data));
    }

    static Answer json(int status, Object value) {
        return of(status, "application/json", Json.write(value));
    }

    Answer with(String name, String value) {
        return with(Map.of(name, value));
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, body, all, cookies);
    }

    /** {@code other} with the headers of this one that it does not set itself. */
    Answer over(Answer other) {
        return new Answer(other.status, other.body, with(other.headers).headers, other.cookies);
    }

    /** With a {@code Set-Cookie} line. */
    Answer cookie(String line) {
        List<String> all = new ArrayList<>(cookies);
        all.add(line);
        return new Answer(status, body, headers, all);
    }

    int status() {
        return status;
    }

    /** Sends it. */
    void writeTo(Context ctx) {
        restore(ctx);
        cookies.forEach(line -> ctx.res().addHeader("Set-Cookie", line));
    }

    /** Takes back what others did to status, headers and body after {@link #writeTo}. */
    void restore(Context ctx) {
        ctx.status(status);
        ctx.res().setContentType(null);
        headers.forEach(ctx.res()::setHeader);
        ctx.result(body);
    }
}
