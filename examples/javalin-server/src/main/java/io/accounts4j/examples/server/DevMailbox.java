package io.accounts4j.examples.server;

import io.accounts4j.mail.Mail;
import io.accounts4j.mail.Mailer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the newest mails in memory for the developer to read, instead of sending them. Thread-safe. */
final class DevMailbox implements Mailer {

    private static final int CAPACITY = 200;

    private final Clock clock;
    private final Deque<Sent> newestFirst = new ArrayDeque<>();

    DevMailbox(Clock clock) {
        this.clock = clock;
    }

    /** A mail and when it was handed over. */
    record Sent(Mail mail, Instant at) {}

    @Override
    public synchronized void deliver(Mail mail) {
        newestFirst.addFirst(new Sent(mail, clock.instant()));
        if (newestFirst.size() > CAPACITY) {
            newestFirst.removeLast();
        }
    }

    /** What was sent, newest first, at most 200. */
    synchronized List<Sent> sent() {
        return List.copyOf(newestFirst);
    }
}
