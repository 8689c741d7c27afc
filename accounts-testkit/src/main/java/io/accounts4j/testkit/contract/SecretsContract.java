package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.job.NewJob;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.session.SignIn;
import io.accounts4j.signin.Credentials;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.user.User;
import io.accounts4j.user.UserPassword;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Secrets appear in no printed text, job or event. */
public interface SecretsContract extends StoreAndQueueFixture {

    @Test
    default void nothingThatHoldsASecretPrintsIt() {
        Host host = Host.over(emptyStoreAndQueue());
        Password password = Password.of("Canary-Password-1!");
        NewUser typed = new NewUser("ann@example.com", "Test User", password);
        PreparedRegistration prepared = host.accounts.registration().prepare(typed);
        Outcome<User> registration = host.accounts.registration().register(prepared);
        User ann = host.accounts.users().findByEmail("ann@example.com").orElseThrow();
        RawToken token = host.mailedToken(ann);
        Credentials credentials = new Credentials("ann@example.com", password);
        SignIn.SignedIn signIn = host.accounts
                .signIn()
                .withPassword(credentials)
                .<Optional<SignIn.SignedIn>>fold(Optional::of, needed -> Optional.empty(), no -> Optional.empty())
                .orElseThrow();
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(Optional.of(token), Optional.of(password), Optional.of(signIn.token()));
        Token stored = host.store
                .tokens()
                .find(token.hash(), TokenPurpose.CONFIRMATION, Samples.NOW)
                .orElseThrow();
        UserPassword withHash = host.store.passwords().find(ann.email()).orElseThrow();

        List<Object> printed = List.of(
                password,
                typed,
                prepared,
                registration,
                token,
                token.hash(),
                credentials,
                signIn,
                signIn.token(),
                attempt,
                stored,
                withHash,
                withHash.hash(),
                host.mailer.all(),
                host.accounts,
                host.accounts.confirmation().confirm(attempt));

        assertThat(printed)
                .allSatisfy(object -> assertThat(object.toString())
                        .doesNotContain(
                                password.reveal(),
                                token.reveal(),
                                signIn.token().reveal(),
                                withHash.hash().encoded(),
                                Base64.getEncoder().encodeToString(token.hash().bytes())));
    }

    @Test
    default void neitherJobsNorEventsHoldASecret() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        List<NewJob> jobs = host.jobs.waiting();
        RawToken token = host.mailedToken(ann);
        assertThat(host.accounts
                        .confirmation()
                        .confirm(new ConfirmationAttempt(
                                Optional.of(token), Optional.of(Host.PASSWORD), Optional.empty())))
                .isNotNull();
        assertThat(host.accounts.signIn().withPassword(new Credentials("ann@example.com", Host.PASSWORD)))
                .isNotNull();
        List<RecordedEvent> events = host.events();

        assertThat(events).hasSize(3);
        assertThat(jobs + " " + host.jobs.waiting() + " " + events)
                .doesNotContain(Host.PASSWORD.reveal(), token.reveal(), "ann@example.com");
    }
}
