package io.accounts4j.jdbi;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Text;
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
        if (matchesNobody(filter)) {
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
        if (matchesNobody(filter)) {
            return new Slice<>(List.of(), Optional.empty(), Optional.empty());
        }
        Optional<Place> place = position.item().map(item -> Place.of(item, sort.key(), queries.keyParameters()));
        List<Found> found = sql.list(
                queries.slice(filter, sort, position),
                parameters -> bind(parameters, filter, place).add(limit + 1L),
                row -> new Found(UserRows.read(row), row.flag()));
        return slice(sort, position.backward(), found, limit);
    }

    /** One row more than was asked for tells whether the list goes on. */
    private static Slice<User> slice(UserSort sort, boolean backward, List<Found> found, int limit) {
        boolean onward = found.size() > limit;
        boolean back = !found.isEmpty() && found.get(0).back();
        List<User> users =
                new ArrayList<>(found.stream().limit(limit).map(Found::user).toList());
        if (backward) {
            Collections.reverse(users);
        }
        Optional<Cursor> next = Optional.empty();
        Optional<Cursor> previous = Optional.empty();
        if (backward ? back : onward) {
            User last = users.get(users.size() - 1);
            next = Optional.of(Cursor.after(sort.keyOf(last), last.id().toString()));
        }
        if (backward ? onward : back) {
            User first = users.get(0);
            previous = Optional.of(Cursor.before(sort.keyOf(first), first.id().toString()));
        }
        return new Slice<>(users, next, previous);
    }

    /** No stored text has what cannot be stored, and some databases fail when asked. */
    private static boolean matchesNobody(UserFilter filter) {
        return filter.searchTerm().filter(term -> !Text.isStorable(term)).isPresent();
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
        Optional<String> term = filter.searchTerm();
        return term.isPresent() ? parameters.add('%' + literal(term.get()) + '%') : parameters;
    }

    private static String literal(String term) {
        return term.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /**
     * A row of a slice.
     *
     * @param back whether the list has users on the other side of the place the slice begins at
     */
    private record Found(User user, boolean back) {}
}
