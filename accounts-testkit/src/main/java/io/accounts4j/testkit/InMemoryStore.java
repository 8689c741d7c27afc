package io.accounts4j.testkit;

import io.accounts4j.event.EventStore;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.session.SessionStore;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.TokenStore;
import io.accounts4j.transaction.Transactions;
import io.accounts4j.user.PasswordStore;
import io.accounts4j.user.UserDirectory;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository;

/**
 * A whole account store in memory, empty at first, for tests without a database. Its transactions are real: they roll
 * back, others see nothing before the commit, and a lock keeps others waiting, 10 seconds at most. It passes the same
 * contracts as every adapter. Thread-safe.
 */
public final class InMemoryStore implements AccountStore {

    private final Database database = new Database();
    private final UserRepository users = new InMemoryUserRepository(database);
    private final PasswordStore passwords = new InMemoryPasswordStore(database);
    private final UserDirectory directory = new InMemoryUserDirectory(database);
    private final TokenStore tokens = new InMemoryTokenStore(database);
    private final SessionStore sessions = new InMemorySessionStore(database);
    private final EventStore events = new InMemoryEventStore(database);
    private final Transactions transactions = new InMemoryTransactions(database);
    private final HealthCheck health = new InMemoryHealthCheck(database);

    /** Without any users. */
    public InMemoryStore() {}

    @Override
    public UserRepository users() {
        return users;
    }

    @Override
    public PasswordStore passwords() {
        return passwords;
    }

    @Override
    public UserDirectory directory() {
        return directory;
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public HealthCheck health() {
        return health;
    }

    /** From now on every call is a retryable {@link io.accounts4j.kernel.StoreException}, as if the database had died. */
    public void fail() {
        database.setAvailable(false);
    }

    /** Ends {@link #fail}; what was committed before is still there. */
    public void recover() {
        database.setAvailable(true);
    }

    /** Makes {@code user} one that rows of the host refer to, so that deleting them is refused. */
    public void refer(UserId user) {
        database.run(transaction -> database.referenced.add(user));
    }

    Database database() {
        return database;
    }
}
