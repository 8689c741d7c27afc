package io.accounts4j.jdbi;

import io.accounts4j.jdbc.store.KeysetPosition;
import io.accounts4j.jdbc.store.KeysetRow;
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
        Optional<KeysetPosition> place = position.item().map(item -> KeysetPosition.of(item, sort.key()));
        List<KeysetRow<User>> rows = sql.list(
                queries.slice(filter, sort, position),
                parameters -> bind(parameters, filter, place).add(limit + 1L),
                row -> read(row, sort));
        return KeysetRow.slice(rows, limit, position.backward());
    }

    /** The key is read where it is stored: a row written by an older version may be sorted by another text than today's. */
    private static KeysetRow<User> read(Row row, UserSort sort) throws SQLException {
        User user = UserRows.read(row);
        boolean back = row.flag();
        String key = sort.key() == UserSort.Key.INSERTED_AT ? sort.keyOf(user) : row.text();
        return new KeysetRow<>(user, key, user.id().toString(), back);
    }

    /** The filter, and where the list is read from a place: that place, then both again for the rows themselves. */
    private Parameters bind(Parameters parameters, UserFilter filter, Optional<KeysetPosition> place)
            throws SQLException {
        bind(parameters, filter);
        if (place.isPresent()) {
            bind(parameters, place.get());
            bind(parameters, filter);
            bind(parameters, place.get());
        }
        return parameters;
    }

    @CanIgnoreReturnValue
    private Parameters bind(Parameters parameters, KeysetPosition place) throws SQLException {
        for (int i = 0; i < queries.keyParameters(); i++) {
            if (place.time().isPresent()) {
                parameters.add(place.time().get());
            } else {
                parameters.add(place.text());
            }
        }
        return parameters.add(place.id());
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
}
