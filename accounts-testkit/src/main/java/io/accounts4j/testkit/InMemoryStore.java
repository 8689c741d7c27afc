package io.accounts4j.testkit;

import io.accounts4j.store.AbstractAccountStore;
import io.accounts4j.user.UserId;

/**
 * An account store in memory, empty at first, for tests without a database. Its transactions are real: they roll back, isolate
 * uncommitted changes, and wait for locks up to 10 seconds. The store passes the same contracts as every adapter. Thread-safe.
 */
public final class InMemoryStore extends AbstractAccountStore {

    private final Database database;

    /** A store without users. */
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

    /** Makes every further call throw a retryable {@link io.accounts4j.kernel.StoreException}, as if the database were down. */
    public void fail() {
        database.setAvailable(false);
    }

    /** Ends {@link #fail}; committed data is still present. */
    public void recover() {
        database.setAvailable(true);
    }

    /** Simulates a row of the host that refers to {@code user}, so that deleting the user is refused. */
    public void refer(UserId user) {
        database.run(transaction -> database.referenced.add(user));
    }

    Database database() {
        return database;
    }
}
