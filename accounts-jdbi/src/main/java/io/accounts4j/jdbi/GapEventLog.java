package io.accounts4j.jdbi;

import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.jdbc.store.GapPosition;
import java.util.ArrayList;
import java.util.List;

/**
 * MariaDB and H2: in the order of ids, then again at the ids that were missing on the way, which a transaction that was
 * still running may have taken. The newest {@value GapPosition#MAX} missing ids are remembered.
 */
final class GapEventLog implements EventLog {

    private final Sql sql;
    private final String select;
    private final String newest;

    GapEventLog(Sql sql) {
        String events = sql.table("accounts_events");
        this.sql = sql;
        this.select = "select id, " + EventRows.COLUMNS + " from " + events + " where ";
        this.newest = "select id from " + events + " order by id desc limit " + GapPosition.MAX;
    }

    @Override
    public EventBatch read(EventPosition position, int limit) {
        GapPosition seen = GapPosition.parse(position);
        List<RecordedEvent> events = new ArrayList<>(late(seen, limit));
        if (events.size() < limit) {
            int rest = limit - events.size();
            events.addAll(sql.list(
                    select + "id > ? order by id limit ?",
                    parameters -> parameters.add(seen.last()).add(rest),
                    EventRows::read));
        }
        return new EventBatch(
                events,
                seen.read(events.stream().map(RecordedEvent::id).toList()).print());
    }

    private List<RecordedEvent> late(GapPosition seen, int limit) {
        if (seen.missing().isEmpty()) {
            return List.of();
        }
        List<Long> ids = seen.padded();
        return sql.list(
                select + "id in (?" + ", ?".repeat(ids.size() - 1) + ") order by id limit ?",
                parameters -> {
                    for (long id : ids) {
                        parameters.add(id);
                    }
                    parameters.add(limit);
                },
                EventRows::read);
    }

    @Override
    public EventPosition end() {
        return GapPosition.end(sql.list(newest, parameters -> {}, Row::number)).print();
    }
}
