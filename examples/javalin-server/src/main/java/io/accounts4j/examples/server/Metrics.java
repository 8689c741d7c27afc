package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.http.javalin.AccountsPlugin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The meters, and the page {@code /metrics} in the format of Prometheus, for administrators and for bearers of the metrics
 * token; in {@code dev} also for programs on this machine.
 */
final class Metrics implements AutoCloseable {

    private static final String BEARER = "Bearer ";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Optional<Secret> token;
    private final boolean openToThisMachine;

    /**
     * @param token the bearer that may read the page
     * @param openToThisMachine true to show the page to programs on this machine without a token
     */
    Metrics(Optional<Secret> token, boolean openToThisMachine) {
        this.token = token;
        this.openToThisMachine = openToThisMachine;
        collections.bindTo(registry);
        List.of(
                        new ClassLoaderMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(jvm -> jvm.bindTo(registry));
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Meters a pool under its name. */
    void watch(HikariDataSource pool) {
        pool.setMetricRegistry(registry);
    }

    /** Meters requests and threads of a web server, and adds {@code /metrics} to it. */
    void mount(JavalinConfig config) {
        config.requestLogger.http(new RequestMeters(registry));
        config.jetty.modifyServer(
                server -> new JettyServerThreadPoolMetrics(server.getThreadPool(), List.of()).bindTo(registry));
        config.routes.get("/metrics", this::show);
    }

    private void show(Context ctx) {
        boolean open = openToThisMachine && ThisMachine.asks(ctx.req());
        if (!open && !bearsToken(ctx)) {
            var unused = ctx.with(AccountsPlugin.class).requireAdmin();
        }
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8");
        ctx.result(registry.scrape());
    }

    private boolean bearsToken(Context ctx) {
        String header = Objects.requireNonNullElse(ctx.header("Authorization"), "");
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && token.map(expected -> isEqual(expected.reveal(), header.substring(BEARER.length())))
                        .orElse(false);
    }

    /** Compares in constant time. */
    private static boolean isEqual(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
