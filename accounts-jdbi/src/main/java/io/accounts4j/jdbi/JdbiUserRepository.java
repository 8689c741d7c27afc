package io.accounts4j.jdbi;

import io.accounts4j.jdbc.store.Refusals;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Users in {@code accounts_users}. The database decides who gets an address, by its unique index. */
final class JdbiUserRepository implements UserRepository {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiUserRepository.class);

    private final Sql sql;
    private final String add;
    private final String findById;
    private final String findByEmail;
    private final String lock;
    private final String lockAll;
    private final String administrators;
    private final String update;
    private final String updateKeepingAddress;
    private final String older;
    private final String olderAfter;
    private final String refold;
    private final String refoldSearch;
    private final String delete;

    JdbiUserRepository(Sql sql) {
        String users = sql.table("accounts_users");
        String select = "select " + UserRows.COLUMNS + " from " + users + " u where ";
        this.sql = sql;
        this.add = sql.dialect()
                .insertUserUnlessTaken("insert into " + users + " (email, email_canonical, name, search_text,"
                        + " is_admin, confirmed_at, disabled_at, updated_at, version, inserted_at, password_hash, id,"
                        + " search_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + UserFilter.SEARCH_VERSION
                        + ")");
        this.findById = select + "u.id = ?";
        this.findByEmail = select + "u.email_canonical = ?";
        this.lock = findById + sql.dialect().forUpdate();
        // Each database walks the primary key here, and locks rows in the order in which it reads them.
        this.lockAll = select + "u.id in (%s) order by u.id" + sql.dialect().forUpdate();
        this.administrators = "select id from " + users + " where is_admin = true";
        this.update = "update " + users + " set email = ?, email_canonical = ?, name = ?, search_text = ?,"
                + " is_admin = ?, confirmed_at = ?, disabled_at = ?, updated_at = ?, version = ?, search_version = "
                + UserFilter.SEARCH_VERSION + " where id = ?";
        this.updateKeepingAddress = update + " and email_canonical = ?";
        this.older = select + "u.search_version < " + UserFilter.SEARCH_VERSION + " order by u.id limit ?";
        this.olderAfter =
                select + "u.search_version < " + UserFilter.SEARCH_VERSION + " and u.id > ? order by u.id limit ?";
        this.refold = "update " + users + " set email_canonical = ?, search_text = ?, search_version = "
                + UserFilter.SEARCH_VERSION + " where id = ? and version = ?";
        this.refoldSearch = "update " + users + " set search_text = ? where id = ? and version = ?";
        this.delete = "delete from " + users + " where id = ?";
    }

    @Override
    public boolean add(User user, PasswordHash password) {
        Sql.Binder row = parameters -> bind(parameters, user)
                .add(user.insertedAt())
                .add(password.encoded())
                .add(user.id().value());
        return sql.updateUnless(Refusals::isEmailTaken, add, row).orElse(0) == 1;
    }

    @Override
    public Optional<User> findById(UserId id) {
        return sql.first(findById, parameters -> parameters.add(id.value()), UserRows::read);
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return sql.first(findByEmail, parameters -> parameters.add(email.canonical()), UserRows::read);
    }

    @Override
    public Optional<User> lock(UserId id) {
        return sql.first(lock, parameters -> parameters.add(id.value()), UserRows::read);
    }

    @Override
    public List<User> lockAdministrators(Set<UserId> others) {
        Set<UserId> wanted = new TreeSet<>(others);
        wanted.addAll(sql.list(administrators, parameters -> {}, row -> new UserId(row.uuid())));
        if (wanted.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        return sql
                .list(
                        lockAll.formatted(places),
                        parameters -> {
                            for (UserId id : wanted) {
                                parameters.add(id.value());
                            }
                        },
                        UserRows::read)
                .stream()
                .filter(user -> user.administrator() || others.contains(user.id()))
                .toList();
    }

    /** Most changes leave the address alone and cannot be refused; only the others need a way back. */
    @Override
    public Change update(User user) {
        int kept = sql.update(
                updateKeepingAddress,
                parameters -> bind(parameters, user)
                        .add(user.id().value())
                        .add(user.email().canonical()));
        if (kept == 1) {
            return Change.DONE;
        }
        return changed(sql.updateUnless(
                Refusals::isEmailTaken,
                update,
                parameters -> bind(parameters, user).add(user.id().value())));
    }

    @Override
    public Change delete(UserId id) {
        return changed(sql.updateUnless(Refusals::isReferenced, delete, parameters -> parameters.add(id.value())));
    }

    @Override
    public Optional<UserId> refold(Optional<UserId> after, int limit) {
        List<User> users = sql.list(
                after.isPresent() ? olderAfter : older,
                parameters -> {
                    if (after.isPresent()) {
                        parameters.add(after.get().value());
                    }
                    parameters.add(limit);
                },
                UserRows::read);
        users.forEach(this::refold);
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(users.get(users.size() - 1).id());
    }

    /** A user changed since it was read is left out: the change has folded the row anew. */
    private void refold(User user) {
        String searched = UserFilter.searchText(user.name(), user.email());
        Optional<Integer> rows = sql.updateUnless(
                Refusals::isEmailTaken,
                refold,
                parameters -> parameters
                        .add(user.email().canonical())
                        .add(searched)
                        .add(user.id().value())
                        .add(user.revision().version()));
        if (rows.isEmpty()) {
            LOG.warn(
                    "user {} keeps an address that cannot be looked up: its canonical form is now that of another user;"
                            + " give one of them another address; the next refolding tries it again",
                    user.id());
            int unused = sql.update(
                    refoldSearch,
                    parameters -> parameters
                            .add(searched)
                            .add(user.id().value())
                            .add(user.revision().version()));
        }
    }

    private static Change changed(Optional<Integer> rows) {
        return rows.map(count -> count == 0 ? Change.ABSENT : Change.DONE).orElse(Change.REFUSED);
    }

    private static Parameters bind(Parameters parameters, User user) throws SQLException {
        return parameters
                .add(user.email().address())
                .add(user.email().canonical())
                .add(user.name())
                .add(UserFilter.searchText(user.name(), user.email()))
                .add(user.administrator())
                .addTime(user.confirmedAt())
                .addTime(user.status().disabledAt())
                .add(user.updatedAt())
                .add(user.revision().version());
    }
}
