package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.Accounts;
import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.eventbus.PostgresEventBus;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.http.AccountsConfig;
import io.accounts4j.http.javalin.AccountsPlugin;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.Cron;
import io.accounts4j.jobs.JdbcJobConsole;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.jobs.JobHealthCheck;
import io.accounts4j.mail.Mailer;
import io.accounts4j.micrometer.AccountMeters;
import io.accounts4j.micrometer.HealthMeters;
import io.accounts4j.micrometer.JobHealthMeters;
import io.accounts4j.micrometer.JobMeters;
import io.accounts4j.micrometer.LoopMeters;
import io.accounts4j.micrometer.QueueMeters;
import io.accounts4j.purging.Purging;
import io.accounts4j.refolding.Refolding;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.schema.SchemaHealth;
import io.accounts4j.supervision.Supervisor;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * The composition root: every part in the order in which it starts, wired by name. A host copies the lines it needs.
 * Settings come from the environment; {@code seed} and {@code health} are its two other commands.
 */
public final class Server {

    private static final Duration JOBS_GRACE = Duration.ofSeconds(10);

    private final Settings settings;
    private final Console console;
    private final Metrics metrics;
    private final DevMailbox mailbox = new DevMailbox(Clock.systemUTC());

    Server(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.metrics = new Metrics(settings.metricsToken(), isDev());
    }

    /** Runs until SIGTERM. Ends with exit code 1 and a message if the server cannot start. */
    public static void main(String[] arguments) {
        new Commands(ProcessEnvironment.read(), System.out, System.err).run(arguments);
    }

    /** Starts all parts; {@code parts} stops the started ones in reverse, also after a failed start. */
    void start(Supervisor parts) {
        Web.requireFree(host(), settings.web().port());
        parts.started("metrics", metrics);
        Database.migrate(settings.database());
        HikariDataSource pool = open(parts, "accounts", settings.database().poolSize());
        HikariDataSource background = open(parts, "accounts-background", Database.BACKGROUND_CONNECTIONS);
        EventBus bus = startBus(parts, background);
        JdbiStore store = JdbiStore.over(Jdbi.create(pool));
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(mailer())
                .publicUrl(settings.web().publicUrl())
                .eventBus(bus)
                .listener(new AccountMeters(metrics.registry()))
                .build();
        new Seed(store, settings, console).atStart();
        JobEngine engine = startJobs(parts, background, accounts, bus);
        startWeb(parts, accounts, jobHealth(background), new SchemaHealth(AccountsSchema.in(pool)), engine.health());
    }

    private HikariDataSource open(Supervisor parts, String name, int size) {
        HikariDataSource pool = Database.open(settings.database(), name, size);
        parts.started(name, pool);
        metrics.watch(pool);
        return pool;
    }

    /** On PostgreSQL signals reach all servers; elsewhere only this one, and other servers notice changes by polling. */
    private EventBus startBus(Supervisor parts, HikariDataSource pool) {
        if (!isOnPostgres()) {
            return new InProcessEventBus();
        }
        PostgresEventBus bus = PostgresEventBus.over(pool);
        parts.started("event bus", bus);
        new LoopMeters(bus::loops).bindTo(metrics.registry());
        return bus;
    }

    /** The engine has connections of its own, so that requests cannot starve jobs. */
    private JobEngine startJobs(Supervisor parts, HikariDataSource pool, Accounts accounts, EventBus bus) {
        JobEngine engine = JobEngine.forAccounts(accounts, pool)
                .queue("default", 10)
                .queue("events", 50)
                .cron(Cron.of("accounts-purge", "0 4 * * *", Purging.job()))
                .cron(Cron.of("accounts-refold", "30 4 * * *", Refolding.job()))
                .wakeUps(bus)
                .listener(new JobMeters(metrics.registry()))
                .grace(JOBS_GRACE)
                .start();
        parts.started("jobs", engine);
        new LoopMeters(engine::loops).bindTo(metrics.registry());
        new QueueMeters(JdbcJobConsole.over(pool), "default", "mailers", "events").bindTo(metrics.registry());
        return engine;
    }

    private JobHealthCheck jobHealth(HikariDataSource pool) {
        JobHealthCheck health = JobHealthCheck.over(pool);
        new JobHealthMeters(health::look).bindTo(metrics.registry());
        return health;
    }

    private void startWeb(
            Supervisor parts, Accounts accounts, JobHealthCheck jobs, HealthCheck schema, HealthCheck engine) {
        new HealthMeters(accounts.health(), schema, engine).bindTo(metrics.registry());
        int port = settings.web().port();
        AccountsPlugin plugin = new AccountsPlugin(accounts, config -> configure(config, jobs, schema, engine));
        Javalin web = Web.start(host(), port, config -> mount(config, plugin));
        parts.started("web server", web::stop);
        console.listening(port, isDev(), isOnPostgres());
    }

    private void mount(JavalinConfig config, AccountsPlugin plugin) {
        config.registerPlugin(plugin);
        metrics.mount(config);
        if (isDev()) {
            DevTemplates templates =
                    new DevTemplates(plugin.stylesheet(), settings.web().publicUrl());
            new DevPages(mailbox, templates).mount(config.routes);
        }
    }

    private void configure(AccountsConfig config, JobHealthCheck jobs, HealthCheck... checks) {
        config.publicUrl(settings.web().publicUrl());
        config.trustedProxies(settings.web().trustedProxies().toArray(String[]::new));
        config.insecureCookies(settings.web().isPlainLoopback());
        config.healthChecks(checks);
        config.jobHealth(jobs::look);
        SigningKeys.apply(settings, config);
    }

    /** In {@code dev} the mailbox gets a copy of each mail. */
    private Mailer mailer() {
        Mailer sent = settings.mailServer().orElse(mail -> {});
        return isDev()
                ? mail -> {
                    sent.deliver(mail);
                    mailbox.deliver(mail);
                }
                : sent;
    }

    private String host() {
        return isDev() ? "127.0.0.1" : "0.0.0.0";
    }

    private boolean isOnPostgres() {
        return settings.database().url().kind() == DatabaseUrl.Kind.POSTGRESQL;
    }

    private boolean isDev() {
        return settings.environment() == Environment.DEV;
    }
}
