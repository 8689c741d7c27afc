package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobState;
import io.accounts4j.page.Cursor;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions on columns of {@code accounts_jobs}, with the values they are asked for. Immutable. */
final class Selection {

    private final Optional<JobState> state;
    private final List<Condition> conditions;

    private Selection(Optional<JobState> state, List<Condition> conditions) {
        this.state = state;
        this.conditions = conditions;
    }

    /** A comparison with a parameter, in whose {@code format} is the table's prefix. */
    private record Condition(String format, Object value) {}

    static Selection of(JobFilter filter, Dialect dialect) {
        List<Condition> all = new ArrayList<>();
        filter.queue().ifPresent(queue -> all.add(new Condition("%squeue = ?", queue)));
        filter.kind().ifPresent(kind -> all.add(new Condition("%skind = ?", kind)));
        filter.subject().ifPresent(subject -> all.add(new Condition("%ssubject = ?", subject)));
        filter.age()
                .ifPresent(age -> all.add(new Condition("%sinserted_at <= " + dialect.inMicros(), -Micros.of(age))));
        filter.tag().ifPresent(tag -> all.add(new Condition("position(? in %stags) > 0", '"' + tag + '"')));
        return new Selection(filter.state(), all);
    }

    /** The same, beyond a place in the order of ids, the highest first. */
    Selection at(Cursor position) {
        List<Condition> all = new ArrayList<>(conditions);
        position.item()
                .ifPresent(item ->
                        all.add(new Condition(position.backward() ? "%sid > ?" : "%sid < ?", Long.valueOf(item.id()))));
        return new Selection(state, all);
    }

    /** SQL to stand behind {@code where}. The state is in it, or no plan for any parameter could use a partial index. */
    String condition(String table) {
        StringBuilder sql = new StringBuilder("1 = 1");
        state.ifPresent(one -> sql.append(" and ")
                .append(table)
                .append("state = '")
                .append(one.code())
                .append('\''));
        conditions.forEach(
                condition -> sql.append(" and ").append(condition.format().replace("%s", table)));
        return sql.toString();
    }

    /** Sets the parameters from {@code first} on and says which comes next. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Condition condition : conditions) {
            statement.setObject(next++, condition.value());
        }
        return next;
    }
}
