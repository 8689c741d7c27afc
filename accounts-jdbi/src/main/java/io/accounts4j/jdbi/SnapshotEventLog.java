package io.accounts4j.jdbi;

import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.jdbc.store.SnapshotPosition;
import java.util.List;

/**
 * PostgreSQL: in the order of transactions, up to the oldest one still running. Events of a transaction that takes long
 * hold back later ones until it ends. A position is the last event's transaction and id; one that {@link #end} gave also
 * names the transactions that were running then.
 */
final class SnapshotEventLog implements EventLog {

    private final Sql sql;
    private final String read;
    private final String readUnseen;

    SnapshotEventLog(Sql sql) {
        // Named, because the text would otherwise be called transaction_id as well, and "order by" would sort texts.
        String select = "select cast(transaction_id as text) as position, id, " + EventRows.COLUMNS + " from "
                + sql.table("accounts_events") + " where (transaction_id, id) > (cast(? as xid8), ?)"
                + " and transaction_id < pg_snapshot_xmin(pg_current_snapshot())";
        String order = " order by transaction_id, id limit ?";
        this.sql = sql;
        this.read = select + order;
        this.readUnseen = select + " and not pg_visible_in_snapshot(transaction_id, cast(? as pg_snapshot))" + order;
    }

    @Override
    public EventBatch read(EventPosition position, int limit) {
        SnapshotPosition from = SnapshotPosition.parse(position);
        String seen = from.seen();
        List<Found> found = sql.list(
                seen == null ? read : readUnseen,
                parameters -> {
                    Parameters place = parameters.add(from.transaction()).add(from.id());
                    (seen == null ? place : place.add(seen)).add(limit);
                },
                row -> new Found(row.text(), EventRows.read(row)));
        SnapshotPosition reached = from;
        if (!found.isEmpty()) {
            Found last = found.get(found.size() - 1);
            reached = from.read(last.transaction(), last.event().id());
        }
        return new EventBatch(found.stream().map(Found::event).toList(), reached.print());
    }

    @Override
    public EventPosition end() {
        return sql.first(
                        "select cast(pg_snapshot_xmin(s) as text), cast(s as text) from pg_current_snapshot() s",
                        parameters -> {},
                        row -> SnapshotPosition.end(row.text(), row.text()))
                .orElseThrow()
                .print();
    }

    /** An event and the transaction that wrote it. */
    private record Found(String transaction, RecordedEvent event) {}
}
