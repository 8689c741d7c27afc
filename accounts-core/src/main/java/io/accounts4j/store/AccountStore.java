package io.accounts4j.store;

import io.accounts4j.event.EventStore;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.session.SessionStore;
import io.accounts4j.token.TokenStore;
import io.accounts4j.transaction.Transactions;
import io.accounts4j.user.PasswordStore;
import io.accounts4j.user.UserDirectory;
import io.accounts4j.user.UserRepository;

/**
 * The ports of a persistence adapter, over one database and one transaction boundary, so that users of one database and
 * tokens of another cannot be combined. Thread-safe; does not close the data source or other objects of the host.
 */
public interface AccountStore {

    /** Keeps users. */
    UserRepository users();

    /** Keeps their password hashes. */
    PasswordStore passwords();

    /** Lists and searches users. */
    UserDirectory directory();

    /** Keeps one-time tokens. */
    TokenStore tokens();

    /** Keeps sessions. */
    SessionStore sessions();

    /** Keeps what happened. */
    EventStore events();

    /** The boundary they share. */
    Transactions transactions();

    /** Returns a check that the database responds and has the tables. */
    HealthCheck health();
}
