package io.accounts4j.jdbc.store;

import io.accounts4j.event.EventPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The position of a reader in events that are ordered by the transaction that wrote them and by id, on PostgreSQL.
 *
 * @param transaction the {@code xid8} of the last event read; "0" before the first
 * @param id the id of the last event read
 * @param seen a {@code pg_snapshot} whose events are not read, as PostgreSQL writes it: the oldest running transaction, the
 *     first one not begun, those running in between; null where every later event is read
 */
public record SnapshotPosition(
        String transaction, long id, @Nullable String seen) {

    private static final SnapshotPosition START = new SnapshotPosition("0", 0, null);

    private static final Pattern POSITION = Pattern.compile("(\\d{1,20})\\.(\\d{1,18})(?:~(\\d+:\\d+:[\\d,]*))?");

    /** The greatest length of a snapshot in a position; without it, events committed since the oldest one began are read again. */
    private static final int MAX_SNAPSHOT = 200;

    /** The position after all events, given {@code pg_snapshot_xmin} and the text of the current snapshot. */
    public static SnapshotPosition end(String oldest, String snapshot) {
        return new SnapshotPosition(oldest, 0, snapshot.length() > MAX_SNAPSHOT ? null : snapshot);
    }

    /** Reads what {@link #print} has written; {@link IllegalArgumentException} for anything else. */
    public static SnapshotPosition parse(EventPosition position) {
        if (position.value().isEmpty()) {
            return START;
        }
        Matcher matcher = POSITION.matcher(position.value());
        if (!matcher.matches() || !isNumber(matcher.group(1)) || !isSnapshot(matcher.group(3))) {
            throw UnknownPosition.exception();
        }
        return new SnapshotPosition(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }

    /** Returns the position after the event {@code last} of {@code lastTransaction} was read. */
    public SnapshotPosition read(String lastTransaction, long last) {
        boolean passed =
                seen == null || Long.compareUnsigned(number(lastTransaction), number(seen.split(":", -1)[1])) >= 0;
        return new SnapshotPosition(lastTransaction, last, passed ? null : seen);
    }

    /** Returns the position as text. */
    public EventPosition print() {
        return new EventPosition(transaction + '.' + id + (seen == null ? "" : '~' + seen));
    }

    /** Returns whether PostgreSQL accepts it: running transactions ascend, between the oldest and the first not begun. */
    private static boolean isSnapshot(@Nullable String text) {
        if (text == null) {
            return true;
        }
        String[] parts = text.split(":", -1);
        List<String> ascending = new ArrayList<>();
        ascending.add(parts[0]);
        ascending.addAll(parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",", -1)));
        ascending.add(parts[1]);
        return ascending.stream().allMatch(SnapshotPosition::isNumber)
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
}
