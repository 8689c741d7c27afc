package io.accounts4j.users;

import io.accounts4j.user.User;
import java.util.function.Function;

/** What came of an attempt to delete a user. */
public sealed interface Deletion {

    /** The user is gone, with sessions and tokens. */
    record Deleted(User user) implements Deletion {}

    /** There is no such user. */
    record Absent() implements Deletion {}

    /** Nothing changed: without this administrator there would be none. */
    record LastAdministrator() implements Deletion {}

    /** Nothing changed: rows of the host still refer to the user. */
    record Referenced() implements Deletion {}

    /** A value for each outcome. */
    default <T> T fold(
            Function<? super Deleted, ? extends T> deleted,
            Function<? super Absent, ? extends T> absent,
            Function<? super LastAdministrator, ? extends T> lastAdministrator,
            Function<? super Referenced, ? extends T> referenced) {
        if (this instanceof Deleted ok) {
            return deleted.apply(ok);
        }
        if (this instanceof Absent none) {
            return absent.apply(none);
        }
        if (this instanceof LastAdministrator last) {
            return lastAdministrator.apply(last);
        }
        return referenced.apply((Referenced) this);
    }
}
