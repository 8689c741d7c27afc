package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A statement of PostgreSQL over many jobs, in whose text {@code {queue}} … are columns and {@code {rows}} is where they are from. */
final class UnnestStatement {

    private final List<JobColumn> columns;
    private final String template;

    /** Over those columns, in their order, of which each is in the text once at most. */
    UnnestStatement(String template, Set<JobColumn> columns) {
        this.template = template;
        this.columns = List.copyOf(EnumSet.copyOf(columns));
    }

    /** Ready to be run. */
    PreparedStatement prepare(Connection connection, List<NewRow> jobs) throws SQLException {
        List<JobColumn> many = columns.stream()
                .filter(column -> isArray(column) || !column.isUniform(jobs))
                .toList();
        List<JobColumn> one = new ArrayList<>(columns);
        one.removeAll(many);
        PreparedStatement statement = connection.prepareStatement(text(many));
        int parameter = 1;
        for (JobColumn column : one) {
            column.bindOne(statement, parameter++, jobs);
        }
        for (JobColumn column : many) {
            column.bindMany(connection, statement, parameter++, jobs);
        }
        return statement;
    }

    /** Returns whether the column has a value per row even if all are equal. */
    private static boolean isArray(JobColumn column) {
        return column == JobColumn.ARGS || column == JobColumn.HASH || column == JobColumn.PERIOD;
    }

    private String text(List<JobColumn> many) {
        String text = template;
        for (JobColumn column : columns) {
            text = text.replace("{" + name(column) + "}", many.contains(column) ? "job." + name(column) : column.one());
        }
        String arrays = many.stream().map(JobColumn::many).collect(Collectors.joining(", "));
        String names = many.stream().map(UnnestStatement::name).collect(Collectors.joining(", "));
        return text.replace("{rows}", "unnest(" + arrays + ") as job(" + names + ")");
    }

    private static String name(JobColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
