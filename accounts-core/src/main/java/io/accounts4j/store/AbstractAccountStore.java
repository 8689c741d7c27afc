package io.accounts4j.store;

import io.accounts4j.event.EventStore;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.session.SessionStore;
import io.accounts4j.token.TokenStore;
import io.accounts4j.transaction.Transactions;
import io.accounts4j.user.PasswordStore;
import io.accounts4j.user.UserDirectory;
import io.accounts4j.user.UserRepository;

/** The getters of an {@link AccountStore}, for adapters that make all ports at once. As thread-safe as the ports are. */
public abstract class AbstractAccountStore implements AccountStore {

    private final Ports ports;

    /** A store of {@code ports}, which share one database and one transaction boundary. */
    protected AbstractAccountStore(Ports ports) {
        this.ports = ports;
    }

    /** The ports of a store; see the getters of {@link AccountStore}. */
    public record Ports(
            UserRepository users,
            PasswordStore passwords,
            UserDirectory directory,
            TokenStore tokens,
            SessionStore sessions,
            EventStore events,
            Transactions transactions,
            HealthCheck health) {}

    @Override
    public final UserRepository users() {
        return ports.users();
    }

    @Override
    public final PasswordStore passwords() {
        return ports.passwords();
    }

    @Override
    public final UserDirectory directory() {
        return ports.directory();
    }

    @Override
    public final TokenStore tokens() {
        return ports.tokens();
    }

    @Override
    public final SessionStore sessions() {
        return ports.sessions();
    }

    @Override
    public final EventStore events() {
        return ports.events();
    }

    @Override
    public final Transactions transactions() {
        return ports.transactions();
    }

    @Override
    public final HealthCheck health() {
        return ports.health();
    }
}
