package io.accounts4j.testkit.contract;

import static io.accounts4j.token.TokenPurpose.CONFIRMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobId;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.Token;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.accounts4j.token.TokenStore}. */
public interface TokenStoreContract extends StoreFixture {

    @Test
    default void aTokenComesBackAsStoredAndStays() {
        AccountStore store = emptyStore();
        Token token = stored(store);

        assertThat(store.tokens().find(token.hash(), CONFIRMATION, Samples.NOW)).contains(token);
        assertThat(store.tokens().find(token.hash(), CONFIRMATION, Samples.NOW)).contains(token);
    }

    @Test
    default void theAddressATokenWasSentToIsKeptAsItWas() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "Ann@Bücher.example");
        Token token = Samples.token(ann);
        store.tokens().add(token);
        assertThat(store.users().update(ann.withEmail(new Email("new@example.com"))))
                .isNotNull();

        assertThat(store.tokens()
                        .find(token.hash(), CONFIRMATION, Samples.NOW)
                        .orElseThrow()
                        .sentTo())
                .isEqualTo(new Email("Ann@Bücher.example"));
    }

    @Test
    default void unknownExpiredAndUsedAreOneAnswer() {
        AccountStore store = emptyStore();
        Token token = stored(store);
        Instant last = token.expiresAt().minusNanos(1_000);

        assertThat(store.tokens().find(Samples.tokenHash(), CONFIRMATION, Samples.NOW))
                .as("unknown")
                .isEmpty();
        assertThat(store.tokens().consume(Samples.tokenHash(), CONFIRMATION, Samples.NOW))
                .as("unknown")
                .isEmpty();
        assertThat(store.tokens().find(token.hash(), CONFIRMATION, token.expiresAt()))
                .as("expired")
                .isEmpty();
        assertThat(store.tokens().consume(token.hash(), CONFIRMATION, token.expiresAt()))
                .as("expired")
                .isEmpty();
        assertThat(store.tokens().find(token.hash(), CONFIRMATION, last))
                .as("a microsecond before")
                .contains(token);
        assertThat(store.tokens().consume(token.hash(), CONFIRMATION, last))
                .as("a microsecond before")
                .contains(token);
        assertThat(store.tokens().find(token.hash(), CONFIRMATION, Samples.NOW))
                .as("used")
                .isEmpty();
        assertThat(store.tokens().consume(token.hash(), CONFIRMATION, Samples.NOW))
                .as("used")
                .isEmpty();
    }

    @Test
    default void ofManyRacersExactlyOneGetsTheToken() {
        AccountStore store = emptyStore();
        Token token = stored(store);

        List<Optional<Token>> got =
                Race.between(16, i -> store.tokens().consume(token.hash(), CONFIRMATION, Samples.NOW));

        assertThat(got.stream().flatMap(Optional::stream)).containsExactly(token);
    }

    @Test
    default void ofManyRacersInTransactionsExactlyOneGetsTheToken() {
        AccountStore store = emptyStore();
        Token token = stored(store);

        List<Optional<Token>> got = Race.between(
                16,
                i -> store.transactions().inTransaction(() -> {
                    Optional<Token> own = store.tokens().consume(token.hash(), CONFIRMATION, Samples.NOW);
                    Samples.stored(store, "racer" + i + "@example.com");
                    return own;
                }));

        assertThat(got.stream().flatMap(Optional::stream)).containsExactly(token);
    }

    @Test
    default void aRollbackPutsTheTokenBack() {
        AccountStore store = emptyStore();
        Token token = stored(store);

        Rollback.of(
                store,
                () -> assertThat(store.tokens().consume(token.hash(), CONFIRMATION, Samples.NOW))
                        .contains(token));

        assertThat(store.tokens().consume(token.hash(), CONFIRMATION, Samples.NOW))
                .contains(token);
    }

    @Test
    default void whoeverWaitsForATokenGetsItAfterARollback() {
        AccountStore store = emptyStore();
        Token token = stored(store);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);

        Future<Boolean> first = Race.inBackground(() -> {
            Rollback.of(store, () -> {
                assertThat(store.tokens().consume(token.hash(), CONFIRMATION, Samples.NOW))
                        .isPresent();
                taken.countDown();
                Race.await(release);
            });
            return true;
        });
        Race.await(taken, first);
        Future<Optional<Token>> second =
                Race.inBackground(() -> store.tokens().consume(token.hash(), CONFIRMATION, Samples.NOW));
        assertThat(Race.isKeptWaiting(second)).as("kept waiting").isTrue();
        release.countDown();

        assertThat(Race.result(first)).isTrue();
        assertThat(Race.result(second)).contains(token);
    }

    @Test
    default void aUsersLiveTokensAreListedTheNewestFirst() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Token elsewhere = stored(store);
        Token older = Token.of(RawToken.random(), CONFIRMATION, ann.id(), ann.email(), Samples.NOW.minusNanos(1_000));
        Token newer = Samples.token(ann).mailedBy(new JobId(Long.MAX_VALUE));
        store.tokens().add(older);
        store.tokens().add(newer);
        store.tokens().add(expiring(ann, Samples.NOW));

        assertThat(store.tokens().findByUser(ann.id(), CONFIRMATION, Samples.NOW))
                .containsExactly(newer, older);
        assertThat(store.tokens().findByUser(ann.id(), CONFIRMATION, newer.expiresAt()))
                .as("expired by then")
                .isEmpty();
        assertThat(store.tokens().findByUser(elsewhere.user(), CONFIRMATION, Samples.NOW))
                .containsExactly(elsewhere);
        assertThat(store.tokens().find(newer.hash(), CONFIRMATION, Samples.NOW))
                .as("it stays")
                .contains(newer);
    }

    @Test
    default void aUsersTokensAreDeletedAndCounted() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Token ofBob = stored(store);
        store.tokens().add(Samples.token(ann));
        store.tokens().add(Samples.token(ann));

        assertThat(store.tokens().deleteByUser(ann.id())).isEqualTo(2);
        assertThat(store.tokens().deleteByUser(ann.id())).isZero();

        assertThat(store.tokens().find(ofBob.hash(), CONFIRMATION, Samples.NOW)).contains(ofBob);
    }

    @Test
    default void onlyTheExpiredArePurgedAndNoMoreThanAsked() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        Token valid = Samples.token(ann);
        store.tokens().add(valid);
        for (int i = 0; i < 5; i++) {
            store.tokens().add(expiring(ann, Samples.NOW.minus(Duration.ofHours(i))));
        }

        assertThat(store.tokens().purge(Samples.NOW, 3)).isEqualTo(3);
        assertThat(store.tokens().purge(Samples.NOW, 3)).as("the rest").isEqualTo(2);
        assertThat(store.tokens().purge(Samples.NOW, 3)).as("again").isZero();

        assertThat(store.tokens().find(valid.hash(), CONFIRMATION, Samples.NOW)).contains(valid);
    }

    private static Token expiring(User user, Instant at) {
        return new Token(Samples.tokenHash(), CONFIRMATION, user.id(), user.email(), at.minusSeconds(1), at);
    }

    private static Token stored(AccountStore store) {
        Token token = Samples.token(Samples.stored(store, "bob@example.com"));
        store.tokens().add(token);
        return token;
    }
}
