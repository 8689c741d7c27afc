package io.accounts4j.examples.server;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each request: method, path, status and duration. The query is left out, because mailed links have tokens there. */
final class RequestLog implements RequestLogger {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    @Override
    public void handle(Context ctx, Float millis) {
        String query = ctx.req().getQueryString() == null ? "" : "?…";
        String id = ctx.res().getHeader("X-Request-Id");
        LOG.info(
                "{} {}{} {} {} ms{}",
                ctx.req().getMethod(),
                ctx.req().getRequestURI(),
                query,
                ctx.statusCode(),
                Math.round(millis),
                id == null ? "" : " " + id);
    }
}
