package io.accounts4j.jdbi;

import io.accounts4j.page.Cursor;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.util.stream.Collectors;

/** The statements that list users, put together from a fixed set of parts; nothing typed by anybody is among them. */
final class UserQueries {

    private final String users;
    private final boolean rowValues;

    UserQueries(Sql sql) {
        this.users = sql.table("accounts_users");
        this.rowValues = sql.dialect().indexesRowValues();
    }

    String count(UserFilter filter) {
        return "select count(*) from " + users + " u where " + condition(filter);
    }

    /** Skips within an index and looks up only the rows that are shown. */
    String page(UserFilter filter, UserSort sort) {
        String order = order(sort, sort.descending());
        return "select " + UserRows.COLUMNS + " from (select u.id from " + users + " u where " + condition(filter)
                + order + " limit ? offset ?) shown join " + users + " u on u.id = shown.id" + order;
    }

    /**
     * Returns the statement for the rows next to {@code position}, nearest first, each with a flag for rows on the other side of
     * the position, and, in a list sorted by text, with the stored text. The flag queries rows in order instead of {@code
     * exists}, for which a planner may read the table from its beginning.
     */
    String slice(UserFilter filter, UserSort sort, Cursor position) {
        boolean descending = sort.descending() != position.backward();
        String from = " from " + users + " u where " + condition(filter);
        String key = sort.key() == UserSort.Key.INSERTED_AT ? "" : ", " + column(sort);
        if (position.item().isEmpty()) {
            return "select " + UserRows.COLUMNS + ", false" + key + from + order(sort, descending) + " limit ?";
        }
        return "select " + UserRows.COLUMNS + ", (select true" + from + " and " + behind(sort, descending)
                + order(sort, !descending) + " limit 1)" + key + from + " and " + beyond(sort, descending)
                + order(sort, descending) + " limit ?";
    }

    /** How often the key comes before the id among the parameters of a place in the list. */
    int keyParameters() {
        return rowValues ? 1 : 2;
    }

    private static String condition(UserFilter filter) {
        StringBuilder condition = new StringBuilder("1 = 1");
        if (!filter.searchTerms().isEmpty()) {
            condition.append(filter.searchTerms().stream()
                    .map(term -> "u.search_text like ? escape '!'")
                    .collect(Collectors.joining(" or ", " and (", ")")));
        }
        filter.administrator()
                .ifPresent(wanted -> condition.append(" and u.is_admin = ").append(wanted));
        filter.confirmed()
                .ifPresent(wanted -> condition.append(" and u.confirmed_at is ").append(wanted ? "not null" : "null"));
        return condition.toString();
    }

    private String beyond(UserSort sort, boolean descending) {
        return compare(column(sort), descending ? "<" : ">", descending ? "<" : ">");
    }

    /** Everything else: the item at that place too. */
    private String behind(UserSort sort, boolean descending) {
        return compare(column(sort), descending ? ">" : "<", descending ? ">=" : "<=");
    }

    /** Spelled out where the planner does not see a range of the index in a comparison of rows. */
    private String compare(String column, String before, String orAt) {
        return rowValues
                ? "(" + column + ", u.id) " + orAt + " (?, ?)"
                : column + " " + before + "= ? and (" + column + " " + before + " ? or u.id " + orAt + " ?)";
    }

    private static String order(UserSort sort, boolean descending) {
        String direction = descending ? " desc" : "";
        return " order by " + column(sort) + direction + ", u.id" + direction;
    }

    private static String column(UserSort sort) {
        return switch (sort.key()) {
            case INSERTED_AT -> "u.inserted_at";
            case EMAIL -> "u.email_canonical";
            case NAME -> "u.search_text";
        };
    }
}
