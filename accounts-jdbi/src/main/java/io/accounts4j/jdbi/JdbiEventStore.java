package io.accounts4j.jdbi;

import io.accounts4j.event.AccountEvent;
import io.accounts4j.event.Caller;
import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.EventStore;
import io.accounts4j.user.UserId;
import java.time.Instant;

/** Events in {@code accounts_events}. */
final class JdbiEventStore implements EventStore {

    private final Sql sql;
    private final EventLog log;
    private final String append;
    private final String purge;

    JdbiEventStore(Sql sql) {
        String events = sql.table("accounts_events");
        this.sql = sql;
        this.log = sql.dialect().eventLog(sql);
        this.append = "insert into " + events + " (" + EventRows.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)";
        this.purge = sql.dialect().deleteOldest(events, "id", "at", "at < ?");
    }

    @Override
    public void append(AccountEvent event, Caller caller, Instant at) {
        int unused = sql.update(
                append,
                parameters -> parameters
                        .add(event.type())
                        .addUuid(event.subject().map(UserId::value))
                        .add(event.detail())
                        .addUuid(caller.actor().map(UserId::value))
                        .addText(caller.client().address())
                        .addText(caller.client().userAgent())
                        .addText(caller.requestId())
                        .add(at));
    }

    @Override
    public EventBatch read(EventPosition position, int limit) {
        return log.read(position, limit);
    }

    @Override
    public EventPosition end() {
        return log.end();
    }

    @Override
    public int purge(Instant before, int limit) {
        return sql.update(purge, parameters -> parameters.add(before).add(limit));
    }
}
