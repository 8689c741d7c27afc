package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.Client;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionId;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenHash;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRevision;
import io.accounts4j.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Values to store. */
final class Samples {

    /** With a digit in every place down to the microsecond. */
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    /** Neither a hash of anything nor in need of being one: stores do not look inside. */
    static final PasswordHash HASH = hash("A");

    private Samples() {}

    static PasswordHash hash(String mark) {
        return PasswordHash.of("$2b$04$" + mark.repeat(53));
    }

    static User user(String email) {
        return user(email, "Test User");
    }

    static User user(String email, String name) {
        return user(email, name, NOW);
    }

    static User user(String email, String name, Instant insertedAt) {
        return new User(
                UserId.next(insertedAt),
                new Email(email),
                name,
                false,
                UserStatus.unconfirmed(),
                UserRevision.first(insertedAt));
    }

    static User stored(AccountStore store, String email) {
        return stored(store, user(email));
    }

    static User stored(AccountStore store, User user) {
        assertThat(store.users().add(user, HASH)).as("added").isTrue();
        return user;
    }

    static Token token(User user) {
        return token(RawToken.random(), user);
    }

    static Token token(RawToken raw, User user) {
        return Token.of(raw, TokenPurpose.CONFIRMATION, user.id(), user.email(), NOW);
    }

    static Session session(User user) {
        return session(user, NOW.plus(Duration.ofDays(14)));
    }

    static Session session(User user, Instant expiresAt) {
        Client client = new Client(Optional.of("192.0.2.7"), Optional.of("Test/1.0"));
        return new Session(SessionId.next(NOW), user.id(), NOW, NOW, expiresAt, client);
    }

    static TokenHash tokenHash() {
        return RawToken.random().hash();
    }
}
