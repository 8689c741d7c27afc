package io.accounts4j.event;

import io.accounts4j.user.UserId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Something that happened to an account. Stored as a row in the transaction of the change; holds no secret. */
public sealed interface AccountEvent {

    /** Returns the type, stable over releases, such as {@code user.registered}; at most 64 characters. */
    String type();

    /** Returns the user of the event; empty if no user was recognised. */
    Optional<UserId> subject();

    /** A few words more, at most 255 characters; may be empty. */
    default String detail() {
        return "";
    }

    /** Returns whether this event changes user data, so that cached lists must be refreshed. */
    default boolean changesUser() {
        return true;
    }

    /** An account was made. */
    record UserRegistered(UserId user) implements AccountEvent {
        @Override
        public String type() {
            return "user.registered";
        }

        @Override
        public Optional<UserId> subject() {
            return Optional.of(user);
        }
    }

    /** The address was proved to be the user's. */
    record UserConfirmed(UserId user) implements AccountEvent {
        @Override
        public String type() {
            return "user.confirmed";
        }

        @Override
        public Optional<UserId> subject() {
            return Optional.of(user);
        }
    }

    /** The named fields changed. */
    record UserUpdated(UserId user, SortedSet<String> fields) implements AccountEvent {
        /** Copies the fields. */
        public UserUpdated {
            fields = new TreeSet<>(fields);
        }

        @Override
        public String type() {
            return "user.updated";
        }

        @Override
        public Optional<UserId> subject() {
            return Optional.of(user);
        }

        @Override
        public String detail() {
            return String.join(",", fields);
        }
    }

    /** The account is gone, with its sessions and tokens. */
    record UserDeleted(UserId user) implements AccountEvent {
        @Override
        public String type() {
            return "user.deleted";
        }

        @Override
        public Optional<UserId> subject() {
            return Optional.of(user);
        }
    }

    /** A session was opened. */
    record SignedIn(UserId user) implements AccountEvent {
        @Override
        public boolean changesUser() {
            return false;
        }

        @Override
        public String type() {
            return "session.opened";
        }

        @Override
        public Optional<UserId> subject() {
            return Optional.of(user);
        }
    }

    /** A session was ended by its own token. */
    record SignedOut(UserId user) implements AccountEvent {
        @Override
        public boolean changesUser() {
            return false;
        }

        @Override
        public String type() {
            return "session.closed";
        }

        @Override
        public Optional<UserId> subject() {
            return Optional.of(user);
        }
    }

    /** Somebody was refused; the subject is the user whose address was given, if there is one. */
    record SignInFailed(Optional<UserId> subject) implements AccountEvent {
        @Override
        public boolean changesUser() {
            return false;
        }

        @Override
        public String type() {
            return "session.refused";
        }
    }
}
