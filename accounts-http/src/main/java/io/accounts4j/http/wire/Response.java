package io.accounts4j.http.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A response: status, headers, cookies and body. Immutable. */
public final class Response {

    private static final byte[] EMPTY = {};

    private final int status;
    private final Body body;
    private final Map<String, String> headers;
    private final List<String> cookies;

    private Response(int status, Body body, Map<String, String> headers, List<String> cookies) {
        this.status = status;
        this.body = body;
        this.headers = headers;
        this.cookies = cookies;
    }

    private record Body(OptionalLong length, Supplier<InputStream> open) {
        static Body of(byte[] bytes) {
            return new Body(OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes));
        }
    }

    public static Response empty(int status) {
        return new Response(status, Body.of(EMPTY), Map.of(), List.of());
    }

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Body.of(body), Map.of("Content-Type", contentType), List.of());
    }

    /** A body of unknown length. {@code body} is opened once, by the mount, which closes it. */
    public static Response stream(int status, String contentType, Supplier<InputStream> body) {
        return new Response(
                status, new Body(OptionalLong.empty(), body), Map.of("Content-Type", contentType), List.of());
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

    /** The headers but for {@code Set-Cookie}. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The lines of {@code Set-Cookie}. */
    public List<String> cookies() {
        return List.copyOf(cookies);
    }

    /** The bytes of the body; empty where they are not known. */
    public OptionalLong length() {
        return body.length();
    }

    /** Opens the body. */
    public InputStream body() {
        return body.open().get();
    }
}
