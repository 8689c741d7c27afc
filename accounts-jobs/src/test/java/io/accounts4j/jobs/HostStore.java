package io.accounts4j.jobs;

import io.accounts4j.event.EventStore;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.session.SessionStore;
import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.InMemoryStore;
import io.accounts4j.token.TokenStore;
import io.accounts4j.transaction.Transactions;
import io.accounts4j.user.PasswordStore;
import io.accounts4j.user.UserDirectory;
import io.accounts4j.user.UserRepository;

/** Everything in memory but the transactions, which are those of the queue. */
record HostStore(Transactions transactions, InMemoryStore memory) implements AccountStore {

    @Override
    public UserRepository users() {
        return memory.users();
    }

    @Override
    public PasswordStore passwords() {
        return memory.passwords();
    }

    @Override
    public UserDirectory directory() {
        return memory.directory();
    }

    @Override
    public TokenStore tokens() {
        return memory.tokens();
    }

    @Override
    public SessionStore sessions() {
        return memory.sessions();
    }

    @Override
    public EventStore events() {
        return memory.events();
    }

    @Override
    public HealthCheck health() {
        return memory.health();
    }
}
