package io.accounts4j.testkit;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SessionStore;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.token.TokenHash;
import io.accounts4j.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sessions in a {@link Database}. */
final class InMemorySessionStore implements SessionStore {

    private final Database database;

    InMemorySessionStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Session session, TokenHash hash) {
        database.run(transaction -> {
            InMemoryTokenStore.requireUser(database, transaction, session.user());
            database.lock(transaction, hash);
            database.sessions.put(transaction, hash, new StoredSession(session, hash));
            return session;
        });
    }

    @Override
    public Optional<SignedInUser> find(TokenHash hash, Instant now) {
        return database.run(transaction -> lasting(transaction, hash, now)
                .flatMap(session -> database.users
                        .get(transaction, session.user())
                        .map(row -> new SignedInUser(row.user(), session))));
    }

    @Override
    public Optional<Session> lock(SessionId id, Instant now) {
        return database.run(transaction -> {
            for (StoredSession row : database.sessions.rows(transaction).toList()) {
                if (row.session().id().equals(id)) {
                    database.lock(transaction, row.hash());
                    return lasting(transaction, row.hash(), now);
                }
            }
            return Optional.empty();
        });
    }

    private Optional<Session> lasting(Transaction transaction, TokenHash hash, Instant now) {
        return database.sessions
                .get(transaction, hash)
                .map(StoredSession::session)
                .filter(session -> now.isBefore(session.expiresAt()));
    }

    @Override
    public Optional<Session> delete(TokenHash hash) {
        return database.run(transaction -> {
            database.lock(transaction, hash);
            Optional<Session> found = database.sessions.get(transaction, hash).map(StoredSession::session);
            found.ifPresent(session -> database.sessions.remove(transaction, hash));
            return found;
        });
    }

    @Override
    public int deleteByUser(UserId user, Optional<SessionId> kept) {
        return database.run(transaction -> deleteByUser(database, transaction, user, kept));
    }

    @CanIgnoreReturnValue
    static int deleteByUser(Database database, Transaction transaction, UserId user, Optional<SessionId> kept) {
        return delete(
                database,
                transaction,
                session -> session.user().equals(user) && !kept.equals(Optional.of(session.id())),
                Integer.MAX_VALUE);
    }

    @Override
    public int purge(Instant now, int limit) {
        return database.run(
                transaction -> delete(database, transaction, session -> !now.isBefore(session.expiresAt()), limit));
    }

    private static int delete(Database database, Transaction transaction, Predicate<Session> which, int limit) {
        List<TokenHash> found = database.sessions
                .rows(transaction)
                .filter(row -> which.test(row.session()))
                .limit(limit)
                .map(StoredSession::hash)
                .toList();
        int deleted = 0;
        for (TokenHash hash : found) {
            database.lock(transaction, hash);
            if (database.sessions.get(transaction, hash).isPresent()) {
                database.sessions.remove(transaction, hash);
                deleted++;
            }
        }
        return deleted;
    }
}
