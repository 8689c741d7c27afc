package io.accounts4j.testkit.liars;

import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.EventStore;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SessionStore;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.InMemoryStore;
import io.accounts4j.testkit.contract.EventStoreContract;
import io.accounts4j.testkit.contract.SessionStoreContract;
import io.accounts4j.testkit.contract.TokenStoreContract;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenHash;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.token.TokenStore;
import io.accounts4j.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of tokens, sessions and events that lie. */
final class LyingTokens {

    private LyingTokens() {}

    /** Looks for the token, then deletes it. */
    static class ConsumingInTwoSteps implements TokenStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            Meeting meeting = new Meeting();
            return Lie.store(honest, "tokens", Lie.in(TokenStore.class, "consume", honest.tokens(), arguments -> {
                TokenHash hash = (TokenHash) arguments[0];
                TokenPurpose purpose = (TokenPurpose) arguments[1];
                Optional<Token> found = honest.tokens().find(hash, purpose, (Instant) arguments[2]);
                meeting.await();
                Optional<Token> unused = honest.tokens().consume(hash, purpose, (Instant) arguments[2]);
                return found;
            }));
        }
    }

    /** Accepts a token at the moment of its expiry. */
    static class ALittleTooLong implements TokenStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return Lie.store(honest, "tokens", Lie.in(TokenStore.class, "find", honest.tokens(), arguments -> {
                Instant now = ((Instant) arguments[2]).minus(Duration.ofNanos(1_000));
                return honest.tokens().find((TokenHash) arguments[0], (TokenPurpose) arguments[1], now);
            }));
        }
    }

    /** Lists tokens that are expired, the oldest first. */
    static class ListingTheExpired implements TokenStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return Lie.store(
                    honest,
                    "tokens",
                    Lie.in(
                            TokenStore.class,
                            "findByUser",
                            honest.tokens(),
                            arguments -> honest.tokens()
                                    .findByUser((UserId) arguments[0], (TokenPurpose) arguments[1], Instant.EPOCH)));
        }
    }

    /** Purges everything at once. */
    static class PurgingWithoutLimit implements TokenStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return Lie.store(
                    honest,
                    "tokens",
                    Lie.in(
                            TokenStore.class,
                            "purge",
                            honest.tokens(),
                            arguments -> honest.tokens().purge((Instant) arguments[0], Integer.MAX_VALUE)));
        }
    }

    /** Returns the session without keeping it from ending. */
    static class ReadingTheSessionItShouldLock implements SessionStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            Map<SessionId, TokenHash> hashes = new ConcurrentHashMap<>();
            SessionStore adding = Lie.in(SessionStore.class, "add", honest.sessions(), arguments -> {
                Session session = (Session) arguments[0];
                hashes.put(session.id(), (TokenHash) arguments[1]);
                honest.sessions().add(session, (TokenHash) arguments[1]);
                return session;
            });
            return Lie.store(
                    honest,
                    "sessions",
                    Lie.in(
                            SessionStore.class,
                            "lock",
                            adding,
                            arguments -> Optional.ofNullable(hashes.get(arguments[0]))
                                    .flatMap(hash -> honest.sessions().find(hash, (Instant) arguments[1]))
                                    .map(SignedInUser::session)));
        }
    }

    /** Locks a session whenever it expires. */
    static class LockingExpiredSessions implements SessionStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return Lie.store(
                    honest,
                    "sessions",
                    Lie.in(
                            SessionStore.class,
                            "lock",
                            honest.sessions(),
                            arguments -> honest.sessions().lock((SessionId) arguments[0], Instant.EPOCH)));
        }
    }

    /** Ends the session that was to be kept. */
    static class KeepingNoSession implements SessionStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return Lie.store(
                    honest,
                    "sessions",
                    Lie.in(
                            SessionStore.class,
                            "deleteByUser",
                            honest.sessions(),
                            arguments -> honest.sessions().deleteByUser((UserId) arguments[0], Optional.empty())));
        }
    }

    /** Remembers the greatest id it has given out, as a reader of a plain sequence does. */
    static class ReadingByIdAlone implements EventStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return Lie.store(honest, "events", Lie.in(EventStore.class, "read", honest.events(), arguments -> {
                String value = ((EventPosition) arguments[0]).value();
                long seen = value.isEmpty() ? 0 : Long.parseLong(value);
                List<RecordedEvent> events =
                        honest.events().read(EventPosition.start(), Integer.MAX_VALUE).events().stream()
                                .filter(event -> event.id() > seen)
                                .sorted(Comparator.comparing(RecordedEvent::id))
                                .limit((Integer) arguments[1])
                                .toList();
                long last =
                        events.isEmpty() ? seen : events.get(events.size() - 1).id();
                return new EventBatch(events, new EventPosition(String.valueOf(last)));
            }));
        }
    }
}
