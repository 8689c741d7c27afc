package io.accounts4j.testkit;

import io.accounts4j.event.AccountEvent;
import io.accounts4j.event.Caller;
import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.EventStore;
import io.accounts4j.event.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events in a {@link Database}. They get their position at the commit, so that a reader skips none. */
final class InMemoryEventStore implements EventStore {

    private final Database database;

    InMemoryEventStore(Database database) {
        this.database = database;
    }

    @Override
    public void append(AccountEvent event, Caller caller, Instant at) {
        database.run(transaction -> {
            long id = database.ids.incrementAndGet();
            RecordedEvent recorded = new RecordedEvent(id, event.type(), event.subject(), event.detail(), caller, at);
            transaction.atCommit.add(() -> database.events.put(database.ids.incrementAndGet(), recorded));
            return recorded;
        });
    }

    @Override
    public EventBatch read(EventPosition position, int limit) {
        return database.run(transaction -> {
            List<Map.Entry<Long, RecordedEvent>> found =
                    database.events.tailMap(place(position), false).entrySet().stream()
                            .limit(limit)
                            .toList();
            EventPosition next = found.isEmpty()
                    ? position
                    : position(found.get(found.size() - 1).getKey());
            return new EventBatch(found.stream().map(Map.Entry::getValue).toList(), next);
        });
    }

    @Override
    public EventPosition end() {
        return database.run(transaction -> position(database.ids.get()));
    }

    @Override
    public int purge(Instant before, int limit) {
        return database.run(transaction -> {
            List<Long> old = database.events.entrySet().stream()
                    .filter(event -> event.getValue().at().isBefore(before))
                    .limit(limit)
                    .map(Map.Entry::getKey)
                    .toList();
            transaction.atCommit.add(() -> old.forEach(database.events::remove));
            return old.size();
        });
    }

    private static EventPosition position(long place) {
        return new EventPosition(Long.toString(place));
    }

    private static long place(EventPosition position) {
        return position.equals(EventPosition.start()) ? 0 : Long.parseLong(position.value());
    }
}
