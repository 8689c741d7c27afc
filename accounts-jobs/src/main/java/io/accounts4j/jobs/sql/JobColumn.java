package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of many jobs to be stored by one statement of PostgreSQL. Mostly all have the same queue, kind, priority …: what
 * is the same in all goes as one value, what differs as an array.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its functions are lambdas without state.
enum JobColumn {
    STATE("text", String[]::new, job -> job.state().code()),
    QUEUE("text", String[]::new, job -> job.options().queue()),
    KIND("text", String[]::new, job -> job.kind().name()),
    VERSION("int4", Integer[]::new, job -> job.kind().version()),
    ARGS("text", String[]::new, job -> job.arguments().json()),
    SEALED("bytea", byte[][]::new, job -> job.arguments().sealed()),
    KEY_ID("text", String[]::new, job -> job.arguments().keyId()),
    ARGS_ID("bytea", byte[][]::new, job -> job.arguments().id()),
    PRIORITY("int4", Integer[]::new, job -> job.options().priority()),
    ATTEMPTS("int4", Integer[]::new, job -> job.options().maxAttempts()),
    SUBJECT("text", String[]::new, NewRow::subject),
    TAGS("text", String[]::new, NewRow::tags),
    AT("bool", Boolean[]::new, job -> job.at() != null),
    DUE("int8", Long[]::new, NewRow::dueMicros),
    HASH("bytea", byte[][]::new, job -> key(job).hash()),
    PERIOD("int8", Long[]::new, job -> key(job).periodMicros()),
    SCOPE("int4", Integer[]::new, job -> key(job).scope());

    private final String type;
    private final IntFunction<@Nullable Object[]> array;
    private final Function<NewRow, @Nullable Object> value;

    JobColumn(String type, IntFunction<@Nullable Object[]> array, Function<NewRow, @Nullable Object> value) {
        this.type = type;
        this.array = array;
        this.value = value;
    }

    /** Returns whether it is the same in all of {@code jobs}. */
    boolean isUniform(List<NewRow> jobs) {
        Object first = value.apply(jobs.get(0));
        return jobs.stream().allMatch(job -> Objects.equals(value.apply(job), first));
    }

    /** A parameter for one value. */
    String one() {
        return "?::" + type;
    }

    /** A parameter for an array. */
    String many() {
        return "?::" + type + "[]";
    }

    void bindOne(PreparedStatement statement, int parameter, List<NewRow> jobs) throws SQLException {
        statement.setObject(parameter, value.apply(jobs.get(0)));
    }

    void bindMany(Connection connection, PreparedStatement statement, int parameter, List<NewRow> jobs)
            throws SQLException {
        @Nullable Object[] values = array.apply(jobs.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(jobs.get(i));
        }
        statement.setArray(parameter, connection.createArrayOf(type, values));
    }

    private static UniqueKey key(NewRow job) {
        return Objects.requireNonNull(job.unique());
    }
}
