package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.AccountsBuilder;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.signin.Credentials;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Verbs inside a transaction of the host: all of it or nothing. */
public interface JoinedTransactionContract extends StoreAndQueueFixture {

    @Test
    default void aPreparedRegistrationCommitsWithTheHost() {
        Host host = Host.over(emptyStoreAndQueue());
        PreparedRegistration prepared = host.accounts.registration().prepare(Host.newUser("ann@example.com"));
        assertThat(prepared.problems()).isEmpty();

        User own = host.store.transactions().inTransaction(() -> {
            assertThat(host.accounts.registration().register(prepared)).isInstanceOf(Outcome.Done.class);
            assertThat(host.jobs.waiting()).as("before the commit").isEmpty();
            return Samples.stored(host.store, "row.of.the.host@example.com");
        });

        assertThat(host.accounts.users().find(own.id())).isPresent();
        assertThat(host.accounts.users().findByEmail("ann@example.com")).isPresent();
        assertThat(host.jobs.waiting()).hasSize(1);
        assertThat(host.eventTypes()).containsExactly("user.registered");
    }

    @Test
    default void aPreparedRegistrationIsRolledBackWithTheHost() {
        List<Signal> heard = new ArrayList<>();
        EventBus bus = new InProcessEventBus();
        Host host = Host.over(emptyStoreAndQueue(), settings -> settings.eventBus(bus));
        try (EventBus.Subscription s = bus.subscribe(Signal.USERS, heard::add)) {
            PreparedRegistration prepared = host.accounts.registration().prepare(Host.newUser("ann@example.com"));

            Rollback.of(
                    host.store,
                    () -> assertThat(host.accounts.registration().register(prepared))
                            .isInstanceOf(Outcome.Done.class));

            assertThat(host.accounts.users().list(UserFilter.all())).isEmpty();
            assertThat(host.jobs.waiting()).isEmpty();
            assertThat(host.events()).isEmpty();
            assertThat(heard).isEmpty();
            assertThat(host.accounts.registration().register(prepared))
                    .as("it can be used again")
                    .isInstanceOf(Outcome.Done.class);
            assertThat(heard).hasSize(1);
            assertThat(s).isNotNull();
        }
    }

    @Test
    default void aRefusedRegistrationSpoilsNothingOfTheHost() {
        Host host = Host.over(emptyStoreAndQueue());
        host.registered("ann@example.com");
        PreparedRegistration prepared = host.accounts.registration().prepare(Host.newUser("ann@example.com"));

        User own = host.store.transactions().inTransaction(() -> {
            Outcome<User> refused = host.accounts.registration().register(prepared);
            assertThat(Problems.of(refused)).containsExactly("email: has already been taken");
            return Samples.stored(host.store, "row.of.the.host@example.com");
        });

        assertThat(host.accounts.users().find(own.id())).isPresent();
    }

    @Test
    default void aPreparedRegistrationKnowsItsProblems() {
        Host host = Host.over(emptyStoreAndQueue());
        PreparedRegistration prepared = host.accounts.registration().prepare(Host.newUser("no address"));

        assertThat(Problems.of(prepared.problems())).containsExactly("email: must have the @ sign and no spaces");
        assertThat(Problems.of(host.accounts.registration().register(prepared)))
                .containsExactly("email: must have the @ sign and no spaces");
    }

    @Test
    default void hashingInsideATransactionWorksByDefault() {
        Host host = Host.over(emptyStoreAndQueue());

        Outcome<User> registration = host.store
                .transactions()
                .inTransaction(() -> host.accounts.registration().register(Host.newUser("ann@example.com")));

        assertThat(registration).isInstanceOf(Outcome.Done.class);
        assertThat(host.accounts.users().findByEmail("ann@example.com")).isPresent();
    }

    @Test
    default void aStrictHostIsToldToPrepareFirst() {
        Host host = Host.over(emptyStoreAndQueue(), AccountsBuilder::strictTransactions);
        host.registered("ann@example.com");
        PreparedRegistration prepared = host.accounts.registration().prepare(Host.newUser("bob@example.com"));

        assertThatThrownBy(() -> host.store
                        .transactions()
                        .inTransaction(() -> host.accounts.registration().register(Host.newUser("carl@example.com"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("registration().prepare(");
        assertThatThrownBy(() -> host.store
                        .transactions()
                        .inTransaction(() ->
                                host.accounts.signIn().withPassword(new Credentials("ann@example.com", Host.PASSWORD))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signIn(")
                .hasMessageNotContaining("registration().prepare(");
        RawToken token = host.mailedToken(
                host.accounts.users().findByEmail("ann@example.com").orElseThrow());
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty());
        assertThatThrownBy(() -> host.store
                        .transactions()
                        .inTransaction(() -> host.accounts.confirmation().confirm(attempt)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("confirmation().confirm(")
                .hasMessageNotContaining("registration().prepare(");
        assertThat(host.store
                        .transactions()
                        .inTransaction(() -> host.accounts.registration().register(prepared)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void everyVerbJoinsTheTransactionOfTheHost() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        Rollback.of(host.store, () -> {
            host.accounts.confirmation().confirm(ann.id());
            assertThat(host.accounts.sessions().open(ann)).isNotNull();
            assertThat(host.accounts.users().delete(ann.id())).isNotNull();
        });

        assertThat(host.accounts.users().find(ann.id())).contains(ann);
        assertThat(host.eventTypes()).containsExactly("user.registered");
        assertThat(host.jobs.waiting()).hasSize(1);
    }
}
