package io.accounts4j.users;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.user.User;
import io.accounts4j.user.UserDirectory;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists and searches users. */
final class Listing {

    private static final int RUN = 1000;

    private final UserDirectory directory;

    Listing(UserDirectory directory) {
        this.directory = directory;
    }

    List<User> all(UserFilter filter) {
        List<User> users = new ArrayList<>();
        Optional<Cursor> position = Optional.of(Cursor.start());
        while (position.isPresent()) {
            Slice<User> run = directory.slice(filter, UserSort.newestFirst(), position.get(), RUN);
            users.addAll(run.items());
            position = run.next();
        }
        return users;
    }

    Page<User> page(UserFilter filter, UserSort sort, PageRequest request) {
        return directory.page(filter, sort, request);
    }

    Slice<User> slice(UserFilter filter, UserSort sort, Cursor position, int limit) {
        if (limit < 1 || limit > PageRequest.MAX_SIZE) {
            throw new IllegalArgumentException("limit must be >= 1 and <= " + PageRequest.MAX_SIZE + ", got " + limit);
        }
        return directory.slice(filter, sort, position, limit);
    }
}
