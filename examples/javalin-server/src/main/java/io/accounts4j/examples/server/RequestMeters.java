package io.accounts4j.examples.server;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/** Timers of requests by method, route and status. Paths and methods that a client invents become no tag. */
final class RequestMeters implements RequestLogger {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterProvider<Timer> requests;

    RequestMeters(MeterRegistry registry) {
        requests = Timer.builder("http.server.requests")
                .description("How long requests took")
                .withRegistry(registry);
    }

    @Override
    public void handle(Context ctx, Float millis) {
        String method = ctx.req().getMethod();
        Endpoint route = ctx.endpoints().matchedHttpEndpoint();
        Tags tags = Tags.of(
                "method", METHODS.contains(method) ? method : "other",
                "uri", route == null ? "unknown" : route.path,
                "status", Integer.toString(ctx.statusCode()));
        requests.withTags(tags).record(Duration.ofNanos((long) (millis * 1_000_000)));
    }
}
