package io.accounts4j.examples.server;

import io.accounts4j.mail.Mail;
import io.accounts4j.mail.Mailer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A mailer that keeps the newest 200 messages in memory, for the developer to read. Thread-safe. */
final class DevMailbox implements Mailer {

    private static final int CAPACITY = 200;

    private final Clock clock;
    private final Deque<Sent> newestFirst = new ArrayDeque<>();
    private long lastNumber;

    DevMailbox(Clock clock) {
        this.clock = clock;
    }

    /**
     * A delivered message.
     *
     * @param number 1 for the first message of this process, then counting up
     * @param at the time of the delivery
     */
    record Sent(long number, Mail mail, Instant at) {}

    @Override
    public synchronized void deliver(Mail mail) {
        newestFirst.addFirst(new Sent(++lastNumber, mail, clock.instant()));
        if (newestFirst.size() > CAPACITY) {
            newestFirst.removeLast();
        }
    }

    /** The messages, newest first, at most 200. */
    synchronized List<Sent> sent() {
        return List.copyOf(newestFirst);
    }
}
