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
 * Accounts for a test, wired within the process: {@code TestAccounts.create().accounts()}. Links in mails begin with {@code
 * https://app.example.org}.
 *
 * @param accounts the façade under test
 * @param fixtures users of the façade
 * @param store the store of the façade
 * @param jobs the queue of the façade
 * @param mailer the mailer of the façade, which records each message
 * @param clock the clock of the façade, which stands still
 */
public record TestAccounts(
        Accounts accounts,
        Fixtures fixtures,
        InMemoryStore store,
        InMemoryJobs jobs,
        RecordingMailer mailer,
        SettableClock clock) {

    private static final Instant START = Instant.parse("2026-01-15T10:30:00.123456Z");

    /** Accounts with default settings, a fast password hasher and many hashes at once. */
    public static TestAccounts create() {
        return with(settings -> {});
    }

    /** Accounts with further settings, such as {@code with(AccountsBuilder::strictTransactions)}. */
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

    /** Runs the due jobs, so that their mail is in {@link #mailer}. */
    @CanIgnoreReturnValue
    public List<InMemoryJob> drainJobs() {
        return jobs.drain(accounts.jobHandlers());
    }
}
