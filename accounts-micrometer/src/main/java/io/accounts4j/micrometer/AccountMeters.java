package io.accounts4j.micrometer;

import io.accounts4j.event.AccountEvent;
import io.accounts4j.event.AccountListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts events of accounts, as {@code accounts.events} by {@code type}: each committed event once, without a tag for the user. A
 * listener for {@code Accounts.builder().listener(…)}. Thread-safe.
 */
public final class AccountMeters implements AccountListener {

    private final MeterProvider<Counter> events;

    /** Counts in {@code registry}. */
    public AccountMeters(MeterRegistry registry) {
        events = Counter.builder("accounts.events")
                .description("What happened to accounts and was committed")
                .withRegistry(registry);
    }

    @Override
    public void on(AccountEvent event) {
        events.withTag("type", event.type()).increment();
    }
}
