package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.http.AccountsPlugin;
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
import java.util.List;

/**
 * What is measured, and the page that shows it in the format of Prometheus: to this machine, and to administrators from
 * anywhere.
 */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Metrics() {
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
        if (!ThisMachine.asks(ctx.req())) {
            var unused = ctx.with(AccountsPlugin.class).requireAdmin();
        }
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8");
        ctx.result(registry.scrape());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
