package io.accounts4j.jobs.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Jobs as arrays, one per column. */
final class JobColumns {

    private final List<NewRow> jobs;

    JobColumns(List<NewRow> jobs) {
        this.jobs = jobs;
    }

    /** All but those of uniqueness, from 1 on, and says which parameter is next. */
    int bind(PreparedStatement statement) throws SQLException {
        int at = 1;
        statement.setObject(at++, texts(job -> job.state().code()));
        statement.setObject(at++, texts(job -> job.options().queue()));
        statement.setObject(at++, texts(job -> job.kind().name()));
        statement.setObject(at++, ints(job -> job.kind().version()));
        statement.setObject(at++, texts(job -> job.arguments().json()));
        statement.setObject(at++, bytes(job -> job.arguments().sealed()));
        statement.setObject(at++, texts(job -> job.arguments().keyId()));
        statement.setObject(at++, ints(job -> job.options().priority()));
        statement.setObject(at++, ints(job -> job.options().maxAttempts()));
        statement.setObject(at++, texts(NewRow::subject));
        statement.setObject(at++, flags());
        statement.setObject(at++, longs(NewRow::dueMicros));
        return at;
    }

    /** Those of uniqueness, from {@code next} on; of every job. */
    void bindKeys(PreparedStatement statement, int next, boolean withScope) throws SQLException {
        int at = next;
        statement.setObject(at++, bytes(job -> key(job).hash()));
        statement.setObject(at++, longs(job -> key(job).periodMicros()));
        if (withScope) {
            statement.setObject(at, ints(job -> key(job).scope()));
        }
    }

    private static UniqueKey key(NewRow job) {
        UniqueKey key = job.unique();
        if (key == null) {
            throw new IllegalArgumentException("a job without a unique key among those that have one");
        }
        return key;
    }

    private @Nullable String[] texts(Function<NewRow, @Nullable String> column) {
        @Nullable String[] values = new @Nullable String[jobs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(jobs.get(i));
        }
        return values;
    }

    private byte[] @Nullable [] bytes(Function<NewRow, byte @Nullable []> column) {
        byte[] @Nullable [] values = new byte[jobs.size()] @Nullable [];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(jobs.get(i));
        }
        return values;
    }

    private int[] ints(ToIntFunction<NewRow> column) {
        return jobs.stream().mapToInt(column).toArray();
    }

    private long[] longs(ToLongFunction<NewRow> column) {
        return jobs.stream().mapToLong(column).toArray();
    }

    private boolean[] flags() {
        boolean[] values = new boolean[jobs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = jobs.get(i).at() != null;
        }
        return values;
    }
}
