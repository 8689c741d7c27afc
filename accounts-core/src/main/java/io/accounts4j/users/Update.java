package io.accounts4j.users;

import io.accounts4j.kernel.Problem;
import io.accounts4j.user.User;
import java.util.List;
import java.util.function.Function;

/** What came of an attempt to change a user. */
public sealed interface Update {

    /** It is stored. */
    record Updated(User user) implements Update {}

    /** Nothing changed; every problem is listed. */
    record Refused(List<Problem> problems) implements Update {
        /** Copies the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** There is no such user. */
    record Absent() implements Update {}

    /** Nothing changed: without this administrator there would be none. */
    record LastAdministrator() implements Update {}

    /** A value for each outcome. */
    default <T> T fold(
            Function<? super Updated, ? extends T> updated,
            Function<? super Refused, ? extends T> refused,
            Function<? super Absent, ? extends T> absent,
            Function<? super LastAdministrator, ? extends T> lastAdministrator) {
        if (this instanceof Updated ok) {
            return updated.apply(ok);
        }
        if (this instanceof Refused no) {
            return refused.apply(no);
        }
        if (this instanceof Absent none) {
            return absent.apply(none);
        }
        return lastAdministrator.apply((LastAdministrator) this);
    }
}
