package io.accounts4j.testkit;

import io.accounts4j.Accounts;
import io.accounts4j.AccountsBuilder;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.password.HashingBound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Accounts wired for a test, with nothing outside the process: {@code TestAccounts.create().accounts()}. Links in mails
 * begin with {@code https://app.example.org}.
 *
 * @param accounts what is tested
 * @param fixtures users for it
 * @param store where it keeps everything
 * @param jobs what it has queued
 * @param mailer what it has sent
 * @param clock the time it sees, standing still
 */
public record TestAccounts(
        Accounts accounts,
        Fixtures fixtures,
        InMemoryStore store,
        InMemoryJobs jobs,
        RecordingMailer mailer,
        SettableClock clock) {

    private static final Instant START = Instant.parse("2026-01-15T10:30:00.123456Z");

    /** With the settings a host gets without asking, but for a fast password hasher and many of them at once. */
    public static TestAccounts create() {
        return with(settings -> {});
    }

    /** With settings of one's own, such as {@code with(AccountsBuilder::strictTransactions)}. */
    public static TestAccounts with(Consumer<AccountsBuilder> settings) {
        InMemoryStore store = new InMemoryStore();
        SettableClock clock = SettableClock.at(START);
        InMemoryJobs jobs = new InMemoryJobs(store, clock);
        RecordingMailer mailer = new RecordingMailer();
        AccountsBuilder builder = Accounts.builder()
                .store(store)
                .jobs(jobs)
                .mailer(mailer)
                .publicUrl(URI.create("https://app.example.org"))
                .passwordHasher(FastPasswordHasher.create())
                .allowWeakPasswordHashing()
                .hashing(new HashingBound(32, 32, Duration.ofMinutes(1)))
                .clock(clock);
        settings.accept(builder);
        Accounts accounts = builder.build();
        return new TestAccounts(accounts, new Fixtures(accounts), store, jobs, mailer, clock);
    }

    /** Runs the jobs that are due, so that their mail is in {@link #mailer}. */
    @CanIgnoreReturnValue
    public List<InMemoryJob> drainJobs() {
        return jobs.drain(accounts.jobHandlers());
    }
}
