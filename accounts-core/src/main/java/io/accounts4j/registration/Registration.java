package io.accounts4j.registration;

import io.accounts4j.event.Caller;
import io.accounts4j.internal.Parts;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.user.User;
import java.util.List;

/** Registers users. Thread-safe. */
public final class Registration {

    private final Registering registering;
    private final Caller caller;

    private Registration(Registering registering, Caller caller) {
        this.registering = registering;
        this.caller = caller;
    }

    /**
     * Wires the feature, for {@code Accounts} alone.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public static Registration over(Parts parts, Caller caller) {
        return new Registration(new Registering(parts), caller);
    }

    /**
     * Registers a user and queues the confirmation mail. Hashes: inside a transaction of the host use {@link #prepare} and
     * {@link #register(PreparedRegistration)}.
     */
    public Outcome<User> register(NewUser user) {
        return registering.register(registering.prepare(user), caller);
    }

    /** Validates and hashes, the slow half of a registration, before the host's transaction begins. */
    public PreparedRegistration prepare(NewUser user) {
        return registering.prepare(user);
    }

    /** Stores a prepared registration, the fast half, in the transaction of the host or in one of its own. */
    public Outcome<User> register(PreparedRegistration prepared) {
        return registering.register(prepared, caller);
    }

    /** Returns everything wrong with a registration that is still being typed. Stores nothing. */
    public List<Problem> check(NewUser user) {
        return registering.check(user);
    }
}
