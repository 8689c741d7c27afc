package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.AccountEvent;
import io.accounts4j.event.AccountListener;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.session.SignIn;
import io.accounts4j.signin.Credentials;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.users.UserChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An {@link AccountListener} receives each committed event, and no other event. */
public interface AccountListenerContract extends StoreAndQueueFixture {

    @Test
    default void aListenerIsToldOfEachEventThatIsStored() {
        List<AccountEvent> told = new ArrayList<>();
        Host host = Host.over(emptyStoreAndQueue(), settings -> settings.listener(told::add));
        User ann = host.registered("ann@example.com");

        assertThat(host.accounts.users().update(ann.id(), UserChanges.none().name("Ann B.")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(host.accounts.signIn().withPassword(new Credentials("ann@example.com", Host.PASSWORD)))
                .isInstanceOf(SignIn.SignedIn.class);
        assertThat(host.accounts.signIn().withPassword(new Credentials("nobody@example.com", Host.PASSWORD)))
                .isInstanceOf(SignIn.Rejected.class);
        assertThat(host.accounts.users().delete(ann.id())).isInstanceOf(Outcome.Done.class);

        assertThat(told)
                .extracting(AccountEvent::type)
                .containsExactlyElementsOf(host.eventTypes())
                .contains("user.registered", "user.updated", "session.opened", "session.refused", "user.deleted");
        assertThat(told)
                .extracting(AccountEvent::subject)
                .containsExactlyElementsOf(
                        host.events().stream().map(RecordedEvent::subject).toList())
                .contains(Optional.of(ann.id()), Optional.empty());
    }

    @Test
    default void aListenerIsToldAfterTheCommit() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        AccountStore store = wiring.store();
        List<Integer> stored = new ArrayList<>();
        Host host = Host.over(
                wiring,
                settings -> settings.listener(event -> {
                    assertThat(store.transactions().isOpen()).isFalse();
                    stored.add(Race.result(Race.inBackground(() -> store.events()
                            .read(EventPosition.start(), 10)
                            .events()
                            .size())));
                }));
        PreparedRegistration prepared = host.accounts.registration().prepare(Host.newUser("ann@example.com"));

        store.transactions().inTransaction(() -> {
            assertThat(host.accounts.registration().register(prepared)).isInstanceOf(Outcome.Done.class);
            assertThat(stored).as("before the host commits").isEmpty();
            return prepared;
        });

        assertThat(stored).as("events that others saw when it was told").containsExactly(1);
    }

    @Test
    default void aListenerIsNotToldOfWhatIsRolledBack() {
        List<AccountEvent> told = new ArrayList<>();
        Host host = Host.over(emptyStoreAndQueue(), settings -> settings.listener(told::add));
        PreparedRegistration prepared = host.accounts.registration().prepare(Host.newUser("ann@example.com"));

        Rollback.of(
                host.store,
                () -> assertThat(host.accounts.registration().register(prepared))
                        .isInstanceOf(Outcome.Done.class));
        host.registered("bob@example.com");

        assertThat(told).as("also not with the next transaction").hasSize(1);
    }

    @Test
    default void aListenerThatThrowsStopsNeitherTheVerbNorTheNextListener() {
        List<AccountEvent> told = new ArrayList<>();
        Host host = Host.over(
                emptyStoreAndQueue(),
                settings -> settings.listener(event -> {
                            throw new IllegalStateException("on purpose");
                        })
                        .listener(told::add));

        assertThat(host.accounts.registration().register(Host.newUser("ann@example.com")))
                .isInstanceOf(Outcome.Done.class);

        assertThat(told).hasSize(1);
        assertThat(host.accounts.users().list(UserFilter.all())).hasSize(1);
    }
}
