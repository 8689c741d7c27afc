package io.accounts4j.testkit;

import io.accounts4j.store.AbstractAccountStore;
import io.accounts4j.user.UserId;

/**
 * A whole account store in memory, empty at first, for tests without a database. Its transactions are real: they roll
 * back, others see nothing before the commit, and a lock keeps others waiting, 10 seconds at most. It passes the same
 * contracts as every adapter. Thread-safe.
 */
public final class InMemoryStore extends AbstractAccountStore {

    private final Database database;

    /** Without any users. */
    public InMemoryStore() {
        this(new Database());
    }

    private InMemoryStore(Database database) {
        super(new Ports(
                new InMemoryUserRepository(database),
                new InMemoryPasswordStore(database),
                new InMemoryUserDirectory(database),
                new InMemoryTokenStore(database),
                new InMemorySessionStore(database),
                new InMemoryEventStore(database),
                new InMemoryTransactions(database),
                new InMemoryHealthCheck(database)));
        this.database = database;
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
