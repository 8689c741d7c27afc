package io.accounts4j.registration;

import io.accounts4j.kernel.Problem;
import io.accounts4j.user.User;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What came of an attempt to register. */
public sealed interface Registration {

    /** The account exists now, and the confirmation mail is on its way once the transaction has committed. */
    record Registered(User user) implements Registration {}

    /** Nothing was stored; every problem is listed, not only the first. */
    record Refused(List<Problem> problems) implements Registration {
        /** Copies the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A value for either outcome. */
    default <T> T fold(
            Function<? super Registered, ? extends T> registered, Function<? super Refused, ? extends T> refused) {
        if (this instanceof Registered ok) {
            return registered.apply(ok);
        }
        return refused.apply((Refused) this);
    }

    /** An effect for either outcome. */
    default void match(Consumer<? super Registered> registered, Consumer<? super Refused> refused) {
        if (this instanceof Registered ok) {
            registered.accept(ok);
        } else {
            refused.accept((Refused) this);
        }
    }
}
