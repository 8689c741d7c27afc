package io.accounts4j.confirmation;

import io.accounts4j.kernel.Problem;
import io.accounts4j.user.User;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What came of an attempt to confirm an address. */
public sealed interface Confirmation {

    /** The address is the user's. */
    record Confirmed(User user) implements Confirmation {}

    /** Nothing changed, and the token is still good if it was. */
    record Refused(List<Problem> problems) implements Confirmation {
        /** Copies the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A value for either outcome. */
    default <T> T fold(
            Function<? super Confirmed, ? extends T> confirmed, Function<? super Refused, ? extends T> refused) {
        if (this instanceof Confirmed ok) {
            return confirmed.apply(ok);
        }
        return refused.apply((Refused) this);
    }

    /** An effect for either outcome. */
    default void match(Consumer<? super Confirmed> confirmed, Consumer<? super Refused> refused) {
        if (this instanceof Confirmed ok) {
            confirmed.accept(ok);
        } else {
            refused.accept((Refused) this);
        }
    }
}
