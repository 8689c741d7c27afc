package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.Accounts;
import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.http.AccountsConfig;
import io.accounts4j.http.AccountsPlugin;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.mail.Mailer;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.schema.SchemaHealth;
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
    private final DevMailbox mailbox = new DevMailbox(Clock.systemUTC());

    Server(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Runs until SIGTERM; ends with exit code 1 and a sentence where it cannot start. */
    public static void main(String[] arguments) {
        new Commands(System.getenv(), System.out, System.err).run(arguments);
    }

    /** Starts everything; what has been started is in {@code parts}, also when the rest could not be. */
    void start(Parts parts) {
        Web.requireFree(host(), settings.web().port());
        Database.migrate(settings.database());
        HikariDataSource pool =
                Database.open(settings.database(), settings.database().poolSize());
        parts.started("database", pool);
        JdbiStore store = JdbiStore.over(Jdbi.create(pool));
        EventBus bus = new InProcessEventBus();
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(mailer())
                .publicUrl(settings.web().publicUrl())
                .eventBus(bus)
                .build();
        new Seed(store, settings, console).atStart();
        startJobs(parts, accounts, bus);
        startWeb(parts, accounts, new SchemaHealth(AccountsSchema.in(pool)));
    }

    /** The engine has connections of its own, so that a rush of requests cannot keep jobs from them. */
    private void startJobs(Parts parts, Accounts accounts, EventBus bus) {
        HikariDataSource pool = Database.open(settings.database(), Database.JOB_CONNECTIONS);
        parts.started("database of the jobs", pool);
        JobEngine engine = JobEngine.builder(pool)
                .queue("default", 10)
                .queue("mailers", 20)
                .handlers(accounts.jobHandlers())
                .wakeUps(bus)
                .grace(JOBS_GRACE)
                .start();
        parts.started("jobs", engine);
    }

    private void startWeb(Parts parts, Accounts accounts, SchemaHealth schema) {
        int port = settings.web().port();
        AccountsPlugin plugin = new AccountsPlugin(accounts, config -> configure(config, schema));
        Javalin web = Web.start(host(), port, config -> mount(config, plugin));
        parts.started("web server", web::stop);
        console.listening(port, isDev());
    }

    private void mount(JavalinConfig config, AccountsPlugin plugin) {
        config.registerPlugin(plugin);
        if (isDev()) {
            new DevPages(mailbox, settings.web().publicUrl()).mount(config.routes);
        }
    }

    private void configure(AccountsConfig config, SchemaHealth schema) {
        config.publicUrl(settings.web().publicUrl());
        config.trustedProxies(settings.web().trustedProxies().toArray(String[]::new));
        config.healthChecks(schema);
        SigningKeys.apply(settings, config);
    }

    /** In {@code dev} the mailbox has a copy of whatever else happens to a mail. */
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

    private boolean isDev() {
        return settings.environment() == Environment.DEV;
    }
}
