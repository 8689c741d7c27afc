package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobState;
import io.accounts4j.page.Cursor;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Conditions on columns of {@code accounts_jobs}, with the values they are asked for. Immutable. */
final class Selection {

    private final List<Condition> conditions;

    private Selection(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /** A column, how it is compared, and with what. */
    private record Condition(String column, String operator, Object value) {}

    static Selection of(JobFilter filter) {
        List<Condition> all = new ArrayList<>();
        filter.state().map(JobState::code).ifPresent(state -> all.add(new Condition("state", "=", state)));
        filter.queue().ifPresent(queue -> all.add(new Condition("queue", "=", queue)));
        filter.kind().ifPresent(kind -> all.add(new Condition("kind", "=", kind)));
        return new Selection(all);
    }

    /** The same, beyond a place in the order of ids, the highest first. */
    Selection at(Cursor position) {
        List<Condition> all = new ArrayList<>(conditions);
        position.item()
                .ifPresent(
                        item -> all.add(new Condition("id", position.backward() ? ">" : "<", Long.valueOf(item.id()))));
        return new Selection(all);
    }

    /** SQL to stand behind {@code where}. */
    String condition(String table) {
        StringBuilder sql = new StringBuilder("1 = 1");
        conditions.forEach(condition -> sql.append(" and ")
                .append(table)
                .append(condition.column())
                .append(' ')
                .append(condition.operator())
                .append(" ?"));
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
