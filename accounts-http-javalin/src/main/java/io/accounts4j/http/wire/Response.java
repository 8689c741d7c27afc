package io.accounts4j.http.wire;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole answer, written at once: status, headers, cookies and body. Immutable. */
public final class Response implements Reply {

    private static final byte[] EMPTY = {};

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers;
    private final List<String> cookies;

    private Response(int status, byte[] body, Map<String, String> headers, List<String> cookies) {
        this.status = status;
        this.body = body;
        this.headers = headers;
        this.cookies = cookies;
    }

    public static Response empty(int status) {
        return new Response(status, EMPTY, Map.of(), List.of());
    }

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, body, Map.of("Content-Type", contentType), List.of());
    }

    /** {@code {"data": …}}. */
    public static Response data(int status, Object data) {
        return json(status, Map.of("data", data));
    }

    public static Response json(int status, Object value) {
        return of(status, "application/json", Json.write(value));
    }

    /** A page. */
    public static Response html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public Response with(String name, String value) {
        return with(Map.of(name, value));
    }

    public Response with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Response(status, body, all, cookies);
    }

    /** {@code other} with the headers of this one that it does not set itself. */
    public Response over(Response other) {
        return new Response(other.status, other.body, with(other.headers).headers, other.cookies);
    }

    /** With a {@code Set-Cookie} line. */
    public Response cookie(String line) {
        List<String> all = new ArrayList<>(cookies);
        all.add(line);
        return new Response(status, body, headers, all);
    }

    public int status() {
        return status;
    }

    /** Sends it. */
    public void writeTo(Context ctx) {
        restore(ctx);
        cookies.forEach(line -> ctx.res().addHeader("Set-Cookie", line));
    }

    /** Takes back what others did to status, headers and body after {@link #writeTo}. */
    public void restore(Context ctx) {
        ctx.status(status);
        ctx.res().setContentType(null);
        headers.forEach(ctx.res()::setHeader);
        ctx.result(body);
    }
}
