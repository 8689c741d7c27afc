package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.Client;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionId;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.TokenHash;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.accounts4j.session.SessionStore}. */
public interface SessionStoreContract extends StoreFixture {

    @Test
    default void aSessionComesBackWithItsUser() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Session session = Samples.session(ann);
        TokenHash hash = stored(store, session);
        stored(store, Samples.session(Samples.stored(store, "bob@example.com")));

        assertThat(store.sessions().find(hash, Samples.NOW)).contains(new SignedInUser(ann, session));
    }

    @Test
    default void aSessionShowsItsUserAsThatIsNow() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        TokenHash hash = stored(store, Samples.session(ann));
        assertThat(store.users().update(ann.withName("Renamed"))).isNotNull();

        assertThat(store.sessions().find(hash, Samples.NOW).orElseThrow().user().name())
                .isEqualTo("Renamed");
    }

    @Test
    default void theClientComesBackAtItsGreatestLengthAndWhenUnknown() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        for (Client client : List.of(
                Client.unknown(),
                new Client(Optional.of("f".repeat(45)), Optional.of("\u00e9".repeat(255))),
                new Client(Optional.of("::1"), Optional.of("👋".repeat(127))),
                new Client(Optional.empty(), Optional.of("")))) {
            Session session = new Session(
                    SessionId.next(Samples.NOW),
                    ann.id(),
                    Samples.NOW,
                    Samples.NOW,
                    Samples.NOW.plusSeconds(1),
                    client);

            TokenHash hash = stored(store, session);

            assertThat(store.sessions().find(hash, Samples.NOW).orElseThrow().session())
                    .isEqualTo(session);
        }
    }

    @Test
    default void unknownAndExpiredAreEmpty() {
        AccountStore store = emptyStore();
        Session session = Samples.session(Samples.stored(store, "ann@example.com"));
        TokenHash hash = stored(store, session);

        assertThat(store.sessions().find(Samples.tokenHash(), Samples.NOW)).isEmpty();
        assertThat(store.sessions().find(hash, session.expiresAt())).isEmpty();
        assertThat(store.sessions().find(hash, session.expiresAt().minusNanos(1_000)))
                .as("a microsecond before")
                .isPresent();
    }

    @Test
    default void findingWritesNothing() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Session session = Samples.session(ann);
        TokenHash hash = stored(store, session);

        store.transactions().inTransaction(() -> {
            assertThat(store.users().lock(ann.id())).isPresent();
            assertThat(Race.result(Race.inBackground(() -> store.sessions().find(hash, Samples.NOW))))
                    .as("a reader waits for no writer")
                    .isPresent();
            return ann;
        });
        assertThat(store.sessions().find(hash, Samples.NOW.plusSeconds(90)).orElseThrow())
                .isEqualTo(new SignedInUser(ann, session));
    }

    @Test
    default void endingASessionSaysWhichItWasOnce() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Session session = Samples.session(ann);
        TokenHash hash = stored(store, session);
        TokenHash other = stored(store, Samples.session(ann));

        assertThat(store.sessions().delete(hash)).contains(session);
        assertThat(store.sessions().delete(hash)).as("again").isEmpty();

        assertThat(store.sessions().find(hash, Samples.NOW)).isEmpty();
        assertThat(store.sessions().find(other, Samples.NOW)).isPresent();
    }

    @Test
    default void ofManyWhoEndASessionExactlyOneHasDoneIt() {
        AccountStore store = emptyStore();
        Session session = Samples.session(Samples.stored(store, "ann@example.com"));
        TokenHash hash = stored(store, session);

        List<Optional<Session>> ended = Race.between(16, i -> store.sessions().delete(hash));

        assertThat(ended.stream().flatMap(Optional::stream)).containsExactly(session);
    }

    @Test
    default void aSessionIsLockedByItsIdUntilItExpires() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Session session = Samples.session(ann, Samples.NOW.plusSeconds(1));
        store.sessions().add(session, Samples.tokenHash());

        assertThat(store.sessions().lock(session.id(), Samples.NOW)).contains(session);
        assertThat(store.sessions().lock(session.id(), session.expiresAt()))
                .as("expired")
                .isEmpty();
        assertThat(store.sessions().lock(SessionId.next(Samples.NOW), Samples.NOW))
                .as("unknown")
                .isEmpty();
    }

    @Test
    default void aLockedSessionIsKeptFromEnding() {
        AccountStore store = emptyStore();
        Session session = Samples.session(Samples.stored(store, "ann@example.com"));
        TokenHash hash = Samples.tokenHash();
        store.sessions().add(session, hash);

        Future<Optional<Session>> ending = store.transactions().inTransaction(() -> {
            assertThat(store.sessions().lock(session.id(), Samples.NOW)).isPresent();
            Future<Optional<Session>> waiting =
                    Race.inBackground(() -> store.sessions().delete(hash));
            assertThat(Race.isKeptWaiting(waiting)).as("kept waiting").isTrue();
            return waiting;
        });

        assertThat(Race.result(ending)).contains(session);
    }

    @Test
    default void allSessionsOfAUserEndButTheOneKept() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Session kept = Samples.session(ann);
        TokenHash keptHash = stored(store, kept);
        TokenHash second = stored(store, Samples.session(ann));
        TokenHash third = stored(store, Samples.session(ann));
        TokenHash ofBob = stored(store, Samples.session(Samples.stored(store, "bob@example.com")));

        assertThat(store.sessions().deleteByUser(ann.id(), Optional.of(kept.id())))
                .isEqualTo(2);

        assertThat(store.sessions().find(keptHash, Samples.NOW)).isPresent();
        assertThat(store.sessions().find(second, Samples.NOW)).isEmpty();
        assertThat(store.sessions().find(third, Samples.NOW)).isEmpty();
        assertThat(store.sessions().find(ofBob, Samples.NOW)).isPresent();
    }

    @Test
    default void allSessionsOfAUserEndWhereNoneIsKept() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        TokenHash hash = stored(store, Samples.session(ann));

        assertThat(store.sessions().deleteByUser(ann.id(), Optional.empty())).isEqualTo(1);
        assertThat(store.sessions().deleteByUser(ann.id(), Optional.empty())).isZero();

        assertThat(store.sessions().find(hash, Samples.NOW)).isEmpty();
    }

    @Test
    default void aSessionOfAnotherUserIsNotTheOneKept() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Session ofBob = Samples.session(Samples.stored(store, "bob@example.com"));
        TokenHash hash = stored(store, Samples.session(ann));
        TokenHash bobs = stored(store, ofBob);

        assertThat(store.sessions().deleteByUser(ann.id(), Optional.of(ofBob.id())))
                .isEqualTo(1);

        assertThat(store.sessions().find(hash, Samples.NOW)).isEmpty();
        assertThat(store.sessions().find(bobs, Samples.NOW)).isPresent();
    }

    @Test
    default void anEndThatIsRolledBackNeverWas() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        TokenHash hash = stored(store, Samples.session(ann));

        Rollback.of(store, () -> assertThat(store.sessions().delete(hash)).isPresent());
        Rollback.of(
                store,
                () -> assertThat(store.sessions().deleteByUser(ann.id(), Optional.empty()))
                        .isEqualTo(1));

        assertThat(store.sessions().find(hash, Samples.NOW)).isPresent();
    }

    @Test
    default void onlyExpiredSessionsArePurgedAndNoMoreThanAsked() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        TokenHash valid = stored(store, Samples.session(ann, Samples.NOW.plusNanos(1_000)));
        for (int i = 0; i < 5; i++) {
            stored(store, Samples.session(ann, Samples.NOW.minus(Duration.ofHours(i))));
        }

        assertThat(store.sessions().purge(Samples.NOW, 3)).isEqualTo(3);
        assertThat(store.sessions().purge(Samples.NOW, 3)).as("the rest").isEqualTo(2);
        assertThat(store.sessions().purge(Samples.NOW, 3)).as("again").isZero();

        assertThat(store.sessions().find(valid, Samples.NOW)).isPresent();
    }

    private static TokenHash stored(AccountStore store, Session session) {
        TokenHash hash = Samples.tokenHash();
        store.sessions().add(session, hash);
        return hash;
    }
}
