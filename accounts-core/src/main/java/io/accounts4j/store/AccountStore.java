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
 * What a persistence adapter supplies: every port whose rows must be stored together, over one database and one
 * transaction boundary. Users from one place and tokens from another cannot be wired. Thread-safe; it closes nothing
 * that it was given.
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

    /** Whether the database answers and has our tables. */
    HealthCheck health();
}
