package io.accounts4j.jdbc.store;

import io.accounts4j.event.EventPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The position of a reader in events that are ordered by id, while transactions that took smaller ids may still commit: the
 * greatest id read and the smaller ids not read. For databases that cannot list running transactions.
 *
 * @param last the greatest id read; 0 before the first
 * @param missing the smaller ids not read, ascending, the newest {@value #MAX} of them
 */
public record GapPosition(long last, List<Long> missing) {

    /** The greatest number of missing ids. */
    public static final int MAX = 200;

    /** The greatest length of a printed position; the smallest missing ids are left out first. */
    private static final int MAX_LENGTH = 255;

    private static final int RADIX = Character.MAX_RADIX;
    private static final Pattern POSITION = Pattern.compile(
            "\\d{1,18}(?:-[0-9a-z]{1,11}(?:\\+[0-9a-z]{1,2})?(?:\\.[0-9a-z]{1,11}(?:\\+[0-9a-z]{1,2})?)*)?");

    /** Copies the ids. */
    public GapPosition {
        missing = List.copyOf(missing);
    }

    /** The position after all events, given their newest {@value #MAX} ids in any order. */
    public static GapPosition end(Collection<Long> newest) {
        long last = newest.isEmpty() ? 0 : Collections.max(newest);
        NavigableSet<Long> missing = new TreeSet<>();
        for (long id = Math.max(1, last - MAX); id < last; id++) {
            missing.add(id);
        }
        newest.forEach(missing::remove);
        return of(last, missing);
    }

    /** Returns the position after {@code ids} were read too, formerly missing ones first. */
    public GapPosition read(List<Long> ids) {
        NavigableSet<Long> left = new TreeSet<>(missing);
        long reached = last;
        for (long id : ids) {
            for (long skipped = Math.max(reached + 1, id - MAX); skipped < id; skipped++) {
                left.add(skipped);
            }
            left.remove(id);
            reached = Math.max(reached, id);
        }
        return of(reached, left);
    }

    private static GapPosition of(long last, NavigableSet<Long> missing) {
        while (missing.size() > MAX) {
            missing.pollFirst();
        }
        return new GapPosition(last, List.copyOf(missing));
    }

    /**
     * Returns the missing ids, of which there must be one, the last repeated up to 4, 32 or {@value #MAX}, so that their
     * number makes no more than three different statements.
     */
    public List<Long> padded() {
        int size = missing.size() <= 4 ? 4 : missing.size() <= 32 ? 32 : MAX;
        List<Long> padded = new ArrayList<>(missing);
        while (padded.size() < size) {
            padded.add(missing.get(missing.size() - 1));
        }
        return padded;
    }

    /**
     * Returns the position as text: the last id, then the missing ones in runs, nearest first: how far the end of each lies behind the last id, and how
     * many more are before it; both to base 36.
     */
    public EventPosition print() {
        StringBuilder text = new StringBuilder().append(last);
        for (int end = missing.size() - 1, start; end >= 0; end = start - 1) {
            start = startOfRun(end);
            String run = (text.indexOf("-") < 0 ? "-" : ".")
                    + Long.toString(last - missing.get(end), RADIX)
                    + (start == end ? "" : "+" + Integer.toString(end - start, RADIX));
            if (text.length() + run.length() > MAX_LENGTH) {
                break;
            }
            text.append(run);
        }
        return new EventPosition(text.toString());
    }

    private int startOfRun(int end) {
        int start = end;
        while (start > 0 && missing.get(start - 1) == missing.get(start) - 1) {
            start--;
        }
        return start;
    }

    /** Reads what {@link #print} has written; {@link IllegalArgumentException} for anything else. */
    public static GapPosition parse(EventPosition position) {
        if (position.value().isEmpty()) {
            return new GapPosition(0, List.of());
        }
        if (position.value().length() > MAX_LENGTH
                || !POSITION.matcher(position.value()).matches()) {
            throw UnknownPosition.exception();
        }
        String[] parts = position.value().split("-", 2);
        long last = Long.parseLong(parts[0]);
        NavigableSet<Long> missing = new TreeSet<>();
        if (parts.length == 2) {
            for (String run : parts[1].split("\\.", -1)) {
                addRun(missing, last, run.split("\\+", 2));
            }
        }
        return of(last, missing);
    }

    private static void addRun(NavigableSet<Long> missing, long last, String[] run) {
        long end = last - Long.parseLong(run[0], RADIX);
        int more = run.length == 1 ? 0 : Math.min(MAX, Integer.parseInt(run[1], RADIX));
        for (long id = end - more; id <= end; id++) {
            missing.add(id);
        }
    }
}
