package io.accounts4j.jobs.sql;

import static java.util.stream.Collectors.joining;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.Replacement.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces fields of a waiting job. The statement finds the row by its id and requires a waiting state itself, so that a claim
 * made meanwhile wins. Thread-safe.
 */
final class Replacements {

    private final Dialect dialect;
    private final UnaryOperator<String> names;

    Replacements(Dialect dialect, Schema schema) {
        this.dialect = dialect;
        this.names = sql -> schema.in(sql, dialect);
    }

    /** Sets one parameter. */
    private interface Binder {
        void bind(PreparedStatement statement, int parameter) throws SQLException;
    }

    /** A column, the SQL of its new value with one parameter, and the states in which it is assigned. */
    private record Assignment(String column, String value, Set<JobState> states, Binder binder) {

        String sql() {
            return column + " = case when state in " + codes(states) + " then " + value + " else " + column + " end";
        }
    }

    /** Replaces in the job {@code id} the fields of {@code job}; {@code false} where its state allows none. */
    boolean replace(Connection connection, long id, Replacement replacement, NewRow job) throws SQLException {
        List<Assignment> assignments = assignments(replacement, job);
        String sql = assignments.stream()
                .map(Assignment::sql)
                .collect(joining(", ", "update {jobs} set ", " where id = ? and uniq_key is not null and state in "));
        try (PreparedStatement statement =
                connection.prepareStatement(names.apply(sql + codes(replacement.states())))) {
            int parameter = 1;
            for (Assignment assignment : assignments) {
                assignment.binder().bind(statement, parameter++);
            }
            statement.setLong(parameter, id);
            return statement.executeUpdate() == 1;
        }
    }

    private List<Assignment> assignments(Replacement replacement, NewRow job) {
        List<Assignment> all = new ArrayList<>();
        for (Field field : EnumSet.copyOf(replacement.fields().keySet())) {
            Set<JobState> in = replacement.states(field);
            switch (field) {
                case ARGUMENTS -> addArguments(all, in, job);
                case SCHEDULE -> all.add(dueTime(in, job));
                case PRIORITY ->
                    all.add(number("priority", "?", in, job.options().priority()));
                case MAX_ATTEMPTS ->
                    all.add(number(
                            "max_attempts",
                            "greatest(?, attempt + 1)",
                            in,
                            job.options().maxAttempts()));
                case TAGS -> all.add(text("tags", "?", in, job.tags()));
            }
        }
        addState(all, replacement.states(Field.SCHEDULE), job);
        return all;
    }

    private Assignment dueTime(Set<JobState> in, NewRow job) {
        String value = job.at() == null ? dialect.inMicros() : dialect.atMicros();
        return new Assignment("run_at", value, in, (to, at) -> to.setLong(at, job.dueMicros()));
    }

    /** The last one, for MariaDB's assignments see what those before them wrote. A retryable job stays what it is. */
    private static void addState(List<Assignment> all, Set<JobState> moved, NewRow job) {
        moved.remove(JobState.RETRYABLE);
        if (!moved.isEmpty()) {
            all.add(text("state", "?", moved, job.state().code()));
        }
    }

    private static Assignment number(String column, String value, Set<JobState> in, int number) {
        return new Assignment(column, value, in, (to, at) -> to.setInt(at, number));
    }

    private static Assignment text(String column, String value, Set<JobState> in, @Nullable String text) {
        return new Assignment(column, value, in, (to, at) -> to.setString(at, text));
    }

    private static Assignment bytes(String column, Set<JobState> in, byte @Nullable [] bytes) {
        return new Assignment(column, "?", in, (to, at) -> to.setBytes(at, bytes));
    }

    private void addArguments(List<Assignment> all, Set<JobState> in, NewRow job) {
        StoredArguments arguments = job.arguments();
        all.add(number("kind_version", "?", in, job.kind().version()));
        all.add(text("args", dialect.json(), in, arguments.json()));
        all.add(bytes("args_enc", in, arguments.sealed()));
        all.add(text("args_key_id", "?", in, arguments.keyId()));
        all.add(bytes("args_id", in, arguments.id()));
        all.add(text("subject", "?", in, job.subject()));
    }

    private static String codes(Set<JobState> states) {
        return states.stream().map(state -> "'" + state.code() + "'").collect(joining(", ", "(", ")"));
    }
}
