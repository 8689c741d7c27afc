package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.Accounts;
import io.accounts4j.testkit.FastPasswordHasher;
import io.accounts4j.testkit.RecordingMailer;
import java.net.URI;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Accounts} over a store and a queue with common transactions: the verbs in the parents, the wiring
 * here.
 */
public interface AccountsContract
        extends RegistrationContract,
                ValidationContract,
                ConfirmationContract,
                SignInContract,
                ConcurrentChangeContract,
                ConstantWorkContract,
                UpdateContract,
                LastAdministratorContract,
                InFlightRightsContract,
                MailLimitsContract,
                ListingContract,
                JoinedTransactionContract,
                AccountListenerContract,
                PurgingContract,
                SecretsContract {

    @Test
    default void aQueueOverAnotherDatabaseIsRefusedWithTheRemedy() {
        StoreAndQueue one = emptyStoreAndQueue();
        StoreAndQueue other = emptyStoreAndQueue();

        assertThatThrownBy(() -> Host.over(new StoreAndQueue(one.store(), other.jobs())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jobs(...)")
                .hasMessageContaining("over the same store");
    }

    @Test
    default void provingTheQueueLeavesNoJobBehind() {
        Host host = Host.over(emptyStoreAndQueue());

        assertThat(host.jobs.waiting()).isEmpty();
        assertThat(host.events()).isEmpty();
    }

    @Test
    default void whatIsMissingIsNamed() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        var builder = Accounts.builder();

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("store(");
        builder.store(wiring.store());
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jobs(");
        builder.jobs(wiring.jobs());
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mailer(");
        builder.mailer(new RecordingMailer());
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("publicUrl(");
        builder.publicUrl(URI.create("https://app.example.org"));
        assertThat(builder.build()).isNotNull();
    }

    @Test
    default void aHasherForTestsIsRefusedUnlessAskedFor() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        var builder = Accounts.builder()
                .store(wiring.store())
                .jobs(wiring.jobs())
                .mailer(new RecordingMailer())
                .publicUrl(URI.create("https://app.example.org"))
                .passwordHasher(FastPasswordHasher.create());

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allowWeakPasswordHashing()");
        assertThat(builder.allowWeakPasswordHashing().build()).isNotNull();
    }

    @Test
    default void theDatabaseIsWell() {
        Accounts accounts = Host.over(emptyStoreAndQueue()).accounts;

        assertThat(accounts.health().check().ok()).isTrue();
    }
}
