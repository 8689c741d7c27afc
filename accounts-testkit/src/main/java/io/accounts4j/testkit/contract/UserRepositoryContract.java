package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.store.AccountStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserRepository;
import io.accounts4j.user.UserRepository.Change;
import io.accounts4j.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link UserRepository}: adding, changing and deleting here, addresses and locks in the parents. */
public interface UserRepositoryContract extends UniqueEmailContract, UserLockContract {

    @Test
    default void aUserComesBackAsStoredDownToTheMicrosecond() {
        AccountStore store = emptyStore();
        User user = Samples.user("Ann@Example.com", "Ann 👋 Zoë 確認");

        assertThat(store.users().add(user, Samples.HASH)).isTrue();

        assertThat(store.users().findById(user.id())).contains(user);
        assertThat(store.users().findByEmail(user.email())).contains(user);
    }

    @Test
    default void everyFieldOfAUserComesBack() {
        AccountStore store = emptyStore();
        Instant later = Samples.NOW.plus(Duration.ofNanos(1_000));
        User stored = Samples.stored(store, "ann@example.com");
        User changed = new User(
                stored.id(),
                new Email("ann.new@example.com"),
                "Ann New",
                true,
                new UserStatus(Optional.of(later), Optional.of(later.plusMillis(1))),
                stored.revision().next(later));

        Change change = store.transactions().inTransaction(() -> {
            assertThat(store.users().lock(stored.id())).contains(stored);
            return store.users().update(changed);
        });

        assertThat(change).isEqualTo(Change.DONE);
        assertThat(store.users().findById(stored.id())).contains(changed);
    }

    @Test
    default void timesAtTheEdgesOfAYearComeBack() {
        AccountStore store = emptyStore();
        for (String time : new String[] {
            "2026-03-29T01:30:00.000001Z",
            "2026-10-25T01:30:00.999999Z",
            "2025-12-31T23:59:59.999999Z",
            "2028-02-29T00:00:00Z"
        }) {
            User user = Samples.user("at" + time.replace(":", "") + "@example.com", "Ann", Instant.parse(time));

            assertThat(store.users().add(user, Samples.HASH)).isTrue();

            assertThat(store.users().findById(user.id())).contains(user);
        }
    }

    @Test
    default void aNameOfAHundredAstralCodePointsFits() {
        AccountStore store = emptyStore();
        User user = Samples.stored(store, Samples.user("ann@example.com", "👋".repeat(100)));

        assertThat(store.users().findById(user.id())).contains(user);
    }

    @Test
    default void namesKeepWhatDatabasesLikeToChange() {
        AccountStore store = emptyStore();
        for (String name : new String[] {
            "  padded  ",
            "O'Neill; DROP TABLE users --",
            "a\\b%c_d",
            "ﬁ İı ß ẞ ﷽",
            "e\u0301 not é",
            "{\"json\": null}",
            "null"
        }) {
            User user = Samples.stored(store, Samples.user(name.hashCode() + "@example.com", name));

            assertThat(store.users().findById(user.id())).contains(user);
        }
    }

    @Test
    default void rowsOfTodayNeedNoRefolding() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "Jose\u0301@example.com");
        User renamed = ann.withName("Straße");
        assertThat(store.users().update(renamed)).isEqualTo(Change.DONE);

        assertThat(store.users().refold(Optional.empty(), 10)).isEmpty();
        assertThat(store.users().refold(Optional.of(ann.id()), 10)).isEmpty();
        assertThat(store.users().findByEmail(ann.email())).contains(renamed);
    }

    @Test
    default void whoeverIsAbsentIsEmpty() {
        AccountStore store = emptyStore();
        User absent = Samples.user("nobody@example.com");
        User present = Samples.stored(store, "ann@example.com");

        assertThat(store.users().findById(absent.id())).isEmpty();
        assertThat(store.users().findByEmail(absent.email())).isEmpty();
        store.transactions().inTransaction(() -> {
            assertThat(store.users().lock(absent.id())).isEmpty();
            assertThat(store.users().update(absent)).isEqualTo(Change.ABSENT);
            assertThat(store.users().delete(absent.id())).isEqualTo(Change.ABSENT);
            return absent;
        });
        assertThat(store.users().findById(present.id())).contains(present);
        assertThat(store.users().findById(absent.id())).isEmpty();
    }

    @Test
    default void anUpdateTouchesOneUserOnly() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        User bob = Samples.stored(store, "bob@example.com");

        assertThat(store.users().update(ann.withName("Changed"))).isEqualTo(Change.DONE);

        assertThat(store.users().findById(bob.id())).contains(bob);
        assertThat(store.passwords().find(ann.email()).orElseThrow().hash().encoded())
                .as("the password stays")
                .isEqualTo(Samples.HASH.encoded());
    }

    @Test
    default void anUpdateThatIsRolledBackNeverWas() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");

        Rollback.of(
                store,
                () -> assertThat(store.users().update(ann.withName("Changed"))).isEqualTo(Change.DONE));

        assertThat(store.users().findById(ann.id())).contains(ann);
    }

    @Test
    default void deletingTakesTheWholeUser() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        User bob = Samples.stored(store, "bob@example.com");

        assertThat(store.users().delete(ann.id())).isEqualTo(Change.DONE);
        assertThat(store.users().delete(ann.id())).as("again").isEqualTo(Change.ABSENT);

        assertThat(store.users().findById(ann.id())).isEmpty();
        assertThat(store.users().findByEmail(ann.email())).isEmpty();
        assertThat(store.passwords().find(ann.email())).isEmpty();
        assertThat(store.users().findById(bob.id())).contains(bob);
        assertThat(store.users().add(Samples.user("ann@example.com"), Samples.HASH))
                .as("the address is free again")
                .isTrue();
    }

    @Test
    default void deletingTakesTokensAndSessionsAlong() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        User bob = Samples.stored(store, "bob@example.com");
        var token = Samples.token(ann);
        var ofBob = Samples.token(bob);
        var annsSession = Samples.tokenHash();
        var bobsSession = Samples.tokenHash();
        store.tokens().add(token);
        store.tokens().add(ofBob);
        store.sessions().add(Samples.session(ann), annsSession);
        store.sessions().add(Samples.session(bob), bobsSession);

        assertThat(store.users().delete(ann.id())).isEqualTo(Change.DONE);

        assertThat(store.tokens().find(token.hash(), token.purpose(), Samples.NOW))
                .isEmpty();
        assertThat(store.sessions().delete(annsSession)).isEmpty();
        assertThat(store.tokens().find(ofBob.hash(), ofBob.purpose(), Samples.NOW))
                .contains(ofBob);
        assertThat(store.sessions().find(bobsSession, Samples.NOW)).isPresent();
    }

    @Test
    default void aDeletionThatIsRolledBackNeverWas() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        var session = Samples.tokenHash();
        store.sessions().add(Samples.session(ann), session);

        Rollback.of(store, () -> assertThat(store.users().delete(ann.id())).isEqualTo(Change.DONE));

        assertThat(store.users().findById(ann.id())).contains(ann);
        assertThat(store.sessions().find(session, Samples.NOW)).isPresent();
    }
}
