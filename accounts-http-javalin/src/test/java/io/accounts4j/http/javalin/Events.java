package io.accounts4j.http.javalin;

import io.accounts4j.event.EventPosition;

/** The events a server's accounts have recorded. */
final class Events {

    private Events() {}

    static String of(TestServer server) {
        return server.kit.store().events().read(EventPosition.start(), 1000).toString();
    }
}
