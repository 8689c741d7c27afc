package io.accounts4j.micrometer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A bound on the values of a tag: the first hundred names stay, every further name becomes {@code other}. Thread-safe. */
final class BoundedNames {

    static final int MOST = 100;
    static final String OTHER = "other";

    private final Set<String> named = ConcurrentHashMap.newKeySet();

    String bounded(String name) {
        return named.contains(name) || hasRoomFor(name) ? name : OTHER;
    }

    private synchronized boolean hasRoomFor(String name) {
        return named.contains(name) || (named.size() < MOST && named.add(name));
    }
}
