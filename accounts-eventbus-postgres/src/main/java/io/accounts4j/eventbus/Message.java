package io.accounts4j.eventbus;

import io.accounts4j.event.Signal;
import java.util.Optional;

/** A signal on the wire: node, topic and key, separated by line feeds. PostgreSQL carries up to 8,000 bytes. */
record Message(String node, Signal signal) {

    static final String CHANNEL = "accounts4j";

    String encoded() {
        return node + "\n" + signal.topic() + "\n" + signal.key();
    }

    /** Parses a payload; empty for a payload of another program on the same channel. */
    static Optional<Message> decode(String payload) {
        String[] parts = payload.split("\n", 3);
        return parts.length == 3
                ? Optional.of(new Message(parts[0], new Signal(parts[1], parts[2])))
                : Optional.empty();
    }
}
