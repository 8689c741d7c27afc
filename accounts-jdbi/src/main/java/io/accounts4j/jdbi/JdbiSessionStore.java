package io.accounts4j.jdbi;

import io.accounts4j.event.Client;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SessionStore;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.token.TokenHash;
import io.accounts4j.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Sessions in {@code accounts_sessions}. */
final class JdbiSessionStore implements SessionStore {

    private static final String COLUMNS = "id, user_id, created_at, authenticated_at, expires_at, address, user_agent";

    private final Sql sql;
    private final String add;
    private final String find;
    private final String lock;
    private final String delete;
    private final String deleteByUser;
    private final String deleteOthers;
    private final String purge;

    JdbiSessionStore(Sql sql) {
        String sessions = sql.table("accounts_sessions");
        this.sql = sql;
        this.add = "insert into " + sessions + " (" + COLUMNS + ", token_hash) values (?, ?, ?, ?, ?, ?, ?, ?)";
        this.find = "select s.id, s.user_id, s.created_at, s.authenticated_at, s.expires_at, s.address, s.user_agent, "
                + UserRows.COLUMNS + " from " + sessions + " s join " + sql.table("accounts_users")
                + " u on u.id = s.user_id where s.token_hash = ? and s.expires_at > ?";
        this.lock = "select " + COLUMNS + " from " + sessions + " where id = ? and expires_at > ?"
                + sql.dialect().forUpdate();
        this.delete = sql.dialect().deleteReturning(sessions, COLUMNS, "token_hash = ?");
        this.deleteByUser = "delete from " + sessions + " where user_id = ?";
        this.deleteOthers = deleteByUser + " and id <> ?";
        this.purge = sql.dialect().deleteOldest(sessions, "id", "expires_at", "expires_at <= ?");
    }

    @Override
    public void add(Session session, TokenHash hash) {
        int unused = sql.update(
                add,
                parameters -> parameters
                        .add(session.id().value())
                        .add(session.user().value())
                        .add(session.createdAt())
                        .add(session.authenticatedAt())
                        .add(session.expiresAt())
                        .addText(session.client().address())
                        .addText(session.client().userAgent())
                        .add(hash.bytes()));
    }

    @Override
    public Optional<SignedInUser> find(TokenHash hash, Instant now) {
        return sql.first(find, parameters -> parameters.add(hash.bytes()).add(now), row -> {
            Session session = read(row);
            return new SignedInUser(UserRows.read(row), session);
        });
    }

    @Override
    public Optional<Session> lock(SessionId id, Instant now) {
        return sql.first(lock, parameters -> parameters.add(id.value()).add(now), JdbiSessionStore::read);
    }

    @Override
    public Optional<Session> delete(TokenHash hash) {
        return sql.first(delete, parameters -> parameters.add(hash.bytes()), JdbiSessionStore::read);
    }

    @Override
    public int deleteByUser(UserId user, Optional<SessionId> kept) {
        if (kept.isEmpty()) {
            return sql.update(deleteByUser, parameters -> parameters.add(user.value()));
        }
        return sql.update(
                deleteOthers,
                parameters -> parameters.add(user.value()).add(kept.get().value()));
    }

    @Override
    public int purge(Instant now, int limit) {
        return sql.update(purge, parameters -> parameters.add(now).add(limit));
    }

    private static Session read(Row row) throws SQLException {
        return new Session(
                new SessionId(row.uuid()),
                new UserId(row.uuid()),
                row.time(),
                row.time(),
                row.time(),
                new Client(row.optionalText(), row.optionalText()));
    }
}
