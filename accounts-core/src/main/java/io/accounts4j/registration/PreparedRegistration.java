package io.accounts4j.registration;

import io.accounts4j.kernel.Problem;
import io.accounts4j.password.PasswordHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration whose slow part is done: validated and hashed, without a connection. Made by {@link
 * Registering#prepare} before a transaction and finished by {@link Registering#register(PreparedRegistration,
 * io.accounts4j.event.Caller)} inside it. Safe to print.
 */
public final class PreparedRegistration {

    private final NewUser typed;
    private final List<Problem> problems;
    private final @Nullable PasswordHash hash;

    PreparedRegistration(NewUser typed, List<Problem> problems, @Nullable PasswordHash hash) {
        this.typed = typed;
        this.problems = List.copyOf(problems);
        this.hash = hash;
    }

    /** What is wrong so far; whether the address is taken is known only by the store. */
    public List<Problem> problems() {
        return problems;
    }

    NewUser typed() {
        return typed;
    }

    @Nullable
    PasswordHash hash() {
        return hash;
    }

    @Override
    public String toString() {
        return "PreparedRegistration[" + problems.size() + " problems]";
    }
}
