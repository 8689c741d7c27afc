package io.accounts4j.integration;

import io.accounts4j.Accounts;
import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.jobs.JobEngineBuilder;
import io.accounts4j.mail.Mailer;
import io.accounts4j.testkit.FastPasswordHasher;
import java.net.URI;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The parts as a host wires them, on a database that has the tables.
 *
 * @param dataSource the database of everything
 * @param jdbi the host's own way to it
 */
public record House(
        DataSource dataSource, Jdbi jdbi, JdbiStore store, JdbcJobQueue jobs, Accounts accounts, EventBus bus) {

    /** On {@code dataSource}, with mail going to {@code mailer}. */
    public static House over(DataSource dataSource, Mailer mailer) {
        return over(dataSource, mailer, new InProcessEventBus());
    }

    /** On {@code dataSource}, with mail going to {@code mailer}. */
    public static House over(DataSource dataSource, Mailer mailer, EventBus bus) {
        Jdbi jdbi = Jdbi.create(dataSource);
        JdbiStore store = JdbiStore.over(jdbi);
        JdbcJobQueue jobs = JdbcJobQueue.on(store::withConnection);
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(jobs)
                .mailer(mailer)
                .eventBus(bus)
                .publicUrl(URI.create("https://app.example.org"))
                .passwordHasher(FastPasswordHasher.create())
                .allowWeakPasswordHashing()
                .build();
        return new House(dataSource, jdbi, store, jobs, accounts, bus);
    }

    /** An engine of its mail jobs with test settings, and a lease that no pause of a busy machine outlasts. */
    public JobEngineBuilder engine() {
        return JobEngine.forAccounts(accounts, dataSource)
                .wakeUps(bus)
                .poll(Duration.ofMillis(50))
                .heartbeat(Duration.ofMillis(200), Duration.ofSeconds(60))
                .backoff(attempt -> Duration.ofMillis(100))
                .grace(Duration.ofSeconds(5));
    }
}
