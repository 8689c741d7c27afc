package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.purging.Purging;
import io.accounts4j.purging.PurgingSettings;
import io.accounts4j.session.SignIn;
import io.accounts4j.signin.Credentials;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.user.User;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The rows that the nightly purge deletes, and those that stay. */
public interface PurgingContract extends StoreAndQueueFixture {

    private static void purge(Host host) {
        host.jobs.enqueue(Purging.job());
        host.drain();
    }

    private static SessionToken signIn(Host host) {
        SignIn signIn = host.accounts.signIn().withPassword(new Credentials("ann@example.com", Host.PASSWORD));
        assertThat(signIn).isInstanceOf(SignIn.SignedIn.class);
        return ((SignIn.SignedIn) signIn).token();
    }

    @Test
    default void whatHasExpiredIsDeletedAndTheRestIsKept() {
        Host host = Host.over(emptyStoreAndQueue());
        User user = host.registered("ann@example.com");
        RawToken old = host.mailedToken(user);
        SessionToken oldSession = signIn(host);
        host.clock.advance(Duration.ofDays(30));
        host.accounts.confirmation().request("ann@example.com");
        RawToken young = host.mailedToken(user);
        SessionToken youngSession = signIn(host);

        purge(host);

        Instant before = Samples.NOW;
        assertThat(host.store.tokens().find(old.hash(), TokenPurpose.CONFIRMATION, before))
                .isEmpty();
        assertThat(host.store.tokens().find(young.hash(), TokenPurpose.CONFIRMATION, before))
                .isPresent();
        assertThat(host.store.sessions().find(oldSession.hash(), before)).isEmpty();
        assertThat(host.store.sessions().find(youngSession.hash(), before)).isPresent();
        assertThat(host.accounts.users().find(user.id())).as("users stay").isPresent();
    }

    @Test
    default void eventsAreKeptAsLongAsTheHostSays() {
        Host host = Host.over(
                emptyStoreAndQueue(),
                settings -> settings.purging(PurgingSettings.standard().keepEvents(Duration.ofDays(10))));
        host.registered("ann@example.com");
        host.clock.advance(Duration.ofDays(9));
        purge(host);
        assertThat(host.events()).isNotEmpty();

        host.clock.advance(Duration.ofDays(2));
        host.registered("bob@example.com");
        int kept = host.events().size();
        purge(host);

        assertThat(host.events()).isNotEmpty().hasSizeLessThan(kept);
        StoreAndQueue wiring = emptyStoreAndQueue();
        assertThatThrownBy(() -> Host.over(
                        wiring,
                        settings -> settings.purging(PurgingSettings.standard().keepEvents(Duration.ofDays(-1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void moreThanOneBatchIsDeleted() {
        Host host = Host.over(emptyStoreAndQueue());
        User user = host.registered("ann@example.com");
        host.store.transactions().inTransaction(() -> {
            for (int i = 0; i < 1_100; i++) {
                host.store.tokens().add(Samples.token(user));
            }
            return user;
        });
        host.drain();
        host.clock.advance(Duration.ofDays(30));

        purge(host);

        assertThat(host.store.tokens().deleteByUser(user.id())).isZero();
    }
}
