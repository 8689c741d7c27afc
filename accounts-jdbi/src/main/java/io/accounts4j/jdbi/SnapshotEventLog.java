package io.accounts4j.jdbi;

import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: in the order of transactions, up to the oldest one still running. Events of a transaction that takes long
 * hold back later ones until it ends. A position is the last event's transaction and id; one that {@link #end} gave also
 * names the transactions that were running then.
 */
final class SnapshotEventLog implements EventLog {

    private static final Pattern POSITION = Pattern.compile("(\\d{1,20})\\.(\\d{1,18})(?:~(\\d+:\\d+:[\\d,]*))?");

    /** So many running transactions are not written down: their readers get what has committed since the oldest began. */
    private static final int MAX_SNAPSHOT = 200;

    private static final Position START = new Position("0", 0, null);

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
        Position from = parse(position);
        String running = from.running();
        List<Found> found = sql.list(
                running == null ? read : readUnseen,
                parameters -> {
                    Parameters place = parameters.add(from.transaction()).add(from.id());
                    (running == null ? place : place.add(running)).add(limit);
                },
                row -> new Found(row.text(), EventRows.read(row)));
        Position next = found.isEmpty() ? from : from.to(found.get(found.size() - 1));
        return new EventBatch(found.stream().map(Found::event).toList(), next.print());
    }

    @Override
    public EventPosition end() {
        return sql.first(
                        "select cast(pg_snapshot_xmin(s) as text), cast(s as text) from pg_current_snapshot() s",
                        parameters -> {},
                        row -> endOf(row.text(), row.text()))
                .orElseThrow()
                .print();
    }

    private static Position endOf(String oldest, String snapshot) {
        return new Position(oldest, 0, snapshot.length() > MAX_SNAPSHOT ? null : snapshot);
    }

    private static Position parse(EventPosition position) {
        if (position.value().isEmpty()) {
            return START;
        }
        Matcher matcher = POSITION.matcher(position.value());
        if (!matcher.matches() || !isNumber(matcher.group(1)) || !isSnapshot(matcher.group(3))) {
            throw EventLog.unknown();
        }
        return new Position(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }

    /** Whether PostgreSQL will take it: those running are in order, and between the first and the last. */
    private static boolean isSnapshot(@Nullable String text) {
        if (text == null) {
            return true;
        }
        String[] parts = text.split(":", -1);
        List<String> ascending = new ArrayList<>();
        ascending.add(parts[0]);
        ascending.addAll(parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",", -1)));
        ascending.add(parts[1]);
        return ascending.stream().allMatch(SnapshotEventLog::isNumber)
                && IntStream.range(1, ascending.size())
                        .allMatch(
                                i -> Long.compareUnsigned(number(ascending.get(i - 1)), number(ascending.get(i))) <= 0);
    }

    private static boolean isNumber(String text) {
        return text.matches("[1-9]\\d{0,18}") || text.equals("0");
    }

    private static long number(String text) {
        return Long.parseUnsignedLong(text);
    }

    /**
     * The last event given.
     *
     * @param running the snapshot whose events are not wanted, as PostgreSQL writes it: first running, first not begun,
     *     those running in between
     */
    private record Position(
            String transaction, long id, @Nullable String running) {

        Position to(Found last) {
            boolean passed = running == null
                    || Long.compareUnsigned(number(last.transaction()), number(running.split(":", -1)[1])) >= 0;
            return new Position(last.transaction(), last.event().id(), passed ? null : running);
        }

        EventPosition print() {
            return new EventPosition(transaction + '.' + id + (running == null ? "" : '~' + running));
        }
    }

    /** An event and the transaction that wrote it. */
    private record Found(String transaction, RecordedEvent event) {}
}
