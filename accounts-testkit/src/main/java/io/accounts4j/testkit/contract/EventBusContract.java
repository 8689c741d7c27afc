package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.EventBus.Subscription;
import io.accounts4j.event.Signal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract of {@link EventBus}; signals may arrive late, more than once and in any order. */
public interface EventBusContract {

    /** Returns a new bus without subscribers; called once by each test. */
    EventBus bus();

    private static void awaitSignal(BlockingQueue<Signal> heard, Signal expected) {
        try {
            for (Signal signal = heard.poll(30, TimeUnit.SECONDS);
                    !expected.equals(signal);
                    signal = heard.poll(30, TimeUnit.SECONDS)) {
                assertThat(signal).as("waiting for " + expected).isNotNull();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    default void everySubscriberOfTheTopicHearsTheSignal() {
        EventBus bus = bus();
        BlockingQueue<Signal> first = new LinkedBlockingQueue<>();
        BlockingQueue<Signal> second = new LinkedBlockingQueue<>();
        try (Subscription a = bus.subscribe("accounts.users", first::add);
                Subscription b = bus.subscribe("accounts.users", second::add)) {
            Signal signal = new Signal("accounts.users", "0198-ann");

            bus.publish(signal);

            awaitSignal(first, signal);
            awaitSignal(second, signal);
            assertThat(a).isNotSameAs(b);
        }
    }

    @Test
    default void theKeyArrivesWholeAtItsGreatestLength() {
        EventBus bus = bus();
        BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();
        Signal signal = new Signal("t".repeat(63), "é'\"\\ ,:%" + "k".repeat(247));
        try (Subscription s = bus.subscribe(signal.topic(), heard::add)) {
            bus.publish(signal);

            awaitSignal(heard, signal);
            assertThat(s).isNotNull();
        }
    }

    @Test
    default void otherTopicsStaySilent() {
        EventBus bus = bus();
        BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();
        BlockingQueue<Signal> marks = new LinkedBlockingQueue<>();
        try (Subscription s = bus.subscribe("accounts.users", heard::add);
                Subscription m = bus.subscribe("accounts.sessions", marks::add)) {
            bus.publish(new Signal("accounts.sessions", "1"));

            awaitSignal(marks, new Signal("accounts.sessions", "1"));
            assertThat(heard).isEmpty();
            assertThat(s).isNotSameAs(m);
        }
    }

    @Test
    default void aSubscriberThatThrowsStopsNobody() {
        EventBus bus = bus();
        BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();
        try (Subscription bad = bus.subscribe("accounts.users", signal -> {
                    throw new IllegalStateException("on purpose");
                });
                Subscription good = bus.subscribe("accounts.users", heard::add)) {
            assertThatCode(() -> bus.publish(new Signal("accounts.users", "1"))).doesNotThrowAnyException();
            bus.publish(new Signal("accounts.users", "2"));

            awaitSignal(heard, new Signal("accounts.users", "1"));
            awaitSignal(heard, new Signal("accounts.users", "2"));
            assertThat(bad).isNotSameAs(good);
        }
    }

    @Test
    default void aClosedSubscriptionHearsNothingMoreAndTheOthersDo() {
        EventBus bus = bus();
        BlockingQueue<Signal> closed = new LinkedBlockingQueue<>();
        BlockingQueue<Signal> open = new LinkedBlockingQueue<>();
        Subscription ended = bus.subscribe("accounts.users", closed::add);
        try (Subscription s = bus.subscribe("accounts.users", open::add)) {
            ended.close();
            ended.close();
            bus.publish(new Signal("accounts.users", "1"));

            awaitSignal(open, new Signal("accounts.users", "1"));
            assertThat(closed).isEmpty();
            assertThat(s).isNotNull();
        }
    }

    @Test
    default void publishingToNobodyIsHarmless() {
        EventBus bus = bus();
        assertThatCode(() -> bus.publish(new Signal("accounts.users", "1"))).doesNotThrowAnyException();
    }
}
