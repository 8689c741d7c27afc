package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.Accounts;
import io.accounts4j.AccountsBuilder;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.password.HashingBound;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.FastPasswordHasher;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.testkit.SettableClock;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import io.accounts4j.user.UserStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A host of accounts over a {@link StoreAndQueue}, with the doubles of its tests. */
final class Host {

    static final Password PASSWORD = Fixtures.password();
    static final Password WRONG = Password.of("Wrong-Password1!");

    final AccountStore store;
    final Accounts accounts;
    final Fixtures fixtures;
    final CapturedJobs jobs;
    final RecordingMailer mailer = new RecordingMailer();
    final SettableClock clock = SettableClock.at(Samples.NOW);

    private Host(StoreAndQueue wiring, Consumer<AccountsBuilder> settings) {
        this.store = wiring.store();
        this.jobs = new CapturedJobs(wiring);
        AccountsBuilder builder = Accounts.builder()
                .store(wiring.store())
                .jobs(jobs)
                .mailer(mailer)
                .publicUrl(URI.create("https://app.example.org"))
                .passwordHasher(FastPasswordHasher.create())
                .allowWeakPasswordHashing()
                .hashing(new HashingBound(32, 32, Duration.ofMinutes(1)))
                .clock(clock);
        settings.accept(builder);
        this.accounts = builder.build();
        this.fixtures = new Fixtures(accounts);
    }

    static Host over(StoreAndQueue wiring) {
        return new Host(wiring, settings -> {});
    }

    static Host over(StoreAndQueue wiring, Consumer<AccountsBuilder> settings) {
        return new Host(wiring, settings);
    }

    static NewUser newUser(String email) {
        return new NewUser(email, "Test User", PASSWORD);
    }

    User registered(String email) {
        return fixtures.user(newUser(email));
    }

    void drain() {
        jobs.drain(accounts.jobHandlers());
    }

    /** Runs all jobs and returns the token in the newest mail to {@code user}. */
    RawToken mailedToken(User user) {
        drain();
        return RecordingMailer.tokenIn(mailer.lastTo(user.email()).orElseThrow());
    }

    /** Disables a user as an administrator would. */
    void disable(User user) {
        User now = accounts.users().find(user.id()).orElseThrow();
        User disabled = new User(
                now.id(),
                now.email(),
                now.name(),
                now.administrator(),
                new UserStatus(now.confirmedAt(), Optional.of(clock.instant())),
                now.revision().next(clock.instant()));
        assertThat(store.users().update(disabled)).isNotNull();
    }

    List<RecordedEvent> events() {
        return store.events().read(EventPosition.start(), 1000).events();
    }

    List<String> eventTypes() {
        return events().stream().map(RecordedEvent::type).toList();
    }
}
