package io.accounts4j.jdbi;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.user.User;
import io.accounts4j.user.UserDirectory;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lists of {@code accounts_users}. The total of a numbered page is counted, which costs a look at every match. */
final class JdbiUserDirectory implements UserDirectory {

    private final Sql sql;
    private final UserQueries queries;

    JdbiUserDirectory(Sql sql) {
        this.sql = sql;
        this.queries = new UserQueries(sql);
    }

    @Override
    public Page<User> page(UserFilter filter, UserSort sort, PageRequest request) {
        if (filter.matchesNobody()) {
            return new Page<>(List.of(), request, 0, true);
        }
        long total = sql.first(queries.count(filter), parameters -> bind(parameters, filter), Row::number)
                .orElseThrow();
        if (request.offset() >= total) {
            return new Page<>(List.of(), request, total, true);
        }
        List<User> users = sql.list(
                queries.page(filter, sort),
                parameters -> bind(parameters, filter).add(request.size()).add(request.offset()),
                UserRows::read);
        return new Page<>(users, request, total, true);
    }

    @Override
    public Slice<User> slice(UserFilter filter, UserSort sort, Cursor position, int limit) {
        if (filter.matchesNobody()) {
            return new Slice<>(List.of(), Optional.empty(), Optional.empty());
        }
        Optional<Place> place = position.item().map(item -> Place.of(item, sort.key(), queries.keyParameters()));
        List<Found> found = sql.list(
                queries.slice(filter, sort, position),
                parameters -> bind(parameters, filter, place).add(limit + 1L),
                row -> found(row, sort));
        return slice(position.backward(), found, limit);
    }

    /** One row more than was asked for tells whether the list goes on. */
    private static Slice<User> slice(boolean backward, List<Found> found, int limit) {
        boolean onward = found.size() > limit;
        boolean back = !found.isEmpty() && found.get(0).back();
        List<Found> shown = new ArrayList<>(found.stream().limit(limit).toList());
        if (backward) {
            Collections.reverse(shown);
        }
        Optional<Cursor> next = Optional.empty();
        Optional<Cursor> previous = Optional.empty();
        if (backward ? back : onward) {
            Found last = shown.get(shown.size() - 1);
            next = Optional.of(Cursor.after(last.key(), last.id()));
        }
        if (backward ? onward : back) {
            Found first = shown.get(0);
            previous = Optional.of(Cursor.before(first.key(), first.id()));
        }
        return new Slice<>(shown.stream().map(Found::user).toList(), next, previous);
    }

    /** The key is read where it is stored: a row written by an older version may be sorted by another text than today's. */
    private static Found found(Row row, UserSort sort) throws SQLException {
        User user = UserRows.read(row);
        boolean back = row.flag();
        return new Found(user, back, sort.key() == UserSort.Key.INSERTED_AT ? sort.keyOf(user) : row.text());
    }

    /** The filter, and where the list is read from a place: that place, then both again for the rows themselves. */
    private static Parameters bind(Parameters parameters, UserFilter filter, Optional<Place> place)
            throws SQLException {
        bind(parameters, filter);
        if (place.isPresent()) {
            place.get().bind(parameters);
            bind(parameters, filter);
            place.get().bind(parameters);
        }
        return parameters;
    }

    @CanIgnoreReturnValue
    private static Parameters bind(Parameters parameters, UserFilter filter) throws SQLException {
        for (String term : filter.searchTerms()) {
            parameters.add('%' + literal(term) + '%');
        }
        return parameters;
    }

    private static String literal(String term) {
        return term.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /**
     * A row of a slice.
     *
     * @param back whether the list has users on the other side of the place the slice begins at
     * @param key the text by which the row is sorted
     */
    private record Found(User user, boolean back, String key) {

        String id() {
            return user.id().toString();
        }
    }
}
