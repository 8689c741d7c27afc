package io.accounts4j.jobs.sql;

import java.util.List;
import java.util.function.BiPredicate;

/** Bounds of one statement that stores many jobs, so that its memory does not grow with their number or size. */
final class Chunks {

    /** In characters or encrypted bytes of arguments; the driver and the server each hold a few copies. */
    private static final long MAX_SIZE = 4L * 1024 * 1024;

    private Chunks() {}

    /** The end of the chunk that begins at {@code from}: at most {@code most} jobs that are {@code alike}, at least one. */
    static int end(List<NewRow> jobs, int from, int most, BiPredicate<NewRow, NewRow> alike) {
        NewRow first = jobs.get(from);
        long size = first.arguments().size();
        int to = from + 1;
        while (to < jobs.size() && to - from < most && alike.test(first, jobs.get(to))) {
            size += jobs.get(to).arguments().size();
            if (size > MAX_SIZE) {
                break;
            }
            to++;
        }
        return to;
    }
}
