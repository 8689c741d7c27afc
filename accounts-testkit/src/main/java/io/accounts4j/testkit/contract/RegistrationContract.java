package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.NewJob;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

/** {@code register_user}: stored rows, enqueued jobs and refusals. */
public interface RegistrationContract extends StoreAndQueueFixture {

    @Test
    default void registeringStoresAnUnconfirmedUserAndQueuesTheMail() {
        Host host = Host.over(emptyStoreAndQueue());

        User user = host.registered("Ann@Example.com");

        assertThat(user.email().address()).isEqualTo("Ann@Example.com");
        assertThat(user.name()).isEqualTo("Test User");
        assertThat(user.administrator()).isFalse();
        assertThat(user.isConfirmed()).isFalse();
        assertThat(user.insertedAt()).isEqualTo(user.updatedAt()).isEqualTo(Samples.NOW);
        assertThat(user.revision().version()).isEqualTo(1);
        assertThat(host.accounts.users().find(user.id())).contains(user);
        assertThat(host.accounts.users().findByEmail("ann@EXAMPLE.com")).contains(user);
        assertThat(host.jobs.waiting()).singleElement().satisfies(job -> {
            assertThat(job.kind()).isEqualTo(MailJobs.CONFIRMATION);
            assertThat(job.arguments())
                    .as("ids only")
                    .isEqualTo(Map.of(MailJobs.USER, user.id().toString()));
        });
        assertThat(host.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("user.registered");
            assertThat(event.subject()).contains(user.id());
        });
    }

    @Test
    default void thePasswordIsStoredAsAHashThatOnlyItOpens() {
        Host host = Host.over(emptyStoreAndQueue());
        User user = host.registered("ann@example.com");

        String stored =
                host.store.passwords().find(user.email()).orElseThrow().hash().encoded();

        assertThat(stored).startsWith("$2b$").doesNotContain(Host.PASSWORD.reveal());
        assertThat(host.accounts.signIn().verify("ann@example.com", Host.PASSWORD))
                .contains(user);
        assertThat(host.accounts.signIn().verify("ann@example.com", Host.WRONG)).isEmpty();
    }

    @Test
    default void theMailGoesToTheStoredAddressWithALinkToUs() {
        Host host = Host.over(emptyStoreAndQueue());
        User user = host.registered("ann@example.com");

        host.drain();

        assertThat(host.mailer.all()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(user.email());
            assertThat(mail.text()).contains("https://app.example.org/users/confirm?token=");
            assertThat(mail.html()).contains("https://app.example.org/users/confirm?token=");
        });
    }

    @Test
    default void aTakenAddressIsAProblemLikeAnyOther() {
        Host host = Host.over(emptyStoreAndQueue());
        host.registered("ann@example.com");

        Outcome<User> again = host.accounts.registration().register(Host.newUser("ANN@example.com"));

        assertThat(Problems.of(again)).containsExactly("email: has already been taken");
        assertThat(host.jobs.waiting()).hasSize(1);
        assertThat(host.events()).hasSize(1);
    }

    @Test
    default void aTakenAddressIsListedBesideEverythingElse() {
        Host host = Host.over(emptyStoreAndQueue());
        host.registered("ann@example.com");
        NewUser typed = new NewUser("ann@example.com", "A", Password.of("Password123!"));

        List<String> expected = List.of("name: should be at least 2 character(s)", "email: has already been taken");

        assertThat(Problems.of(host.accounts.registration().register(typed))).containsExactlyElementsOf(expected);
        assertThat(Problems.of(host.accounts.registration().check(typed))).containsExactlyElementsOf(expected);
    }

    @Test
    default void ofManyRegistrationsForOneAddressExactlyOneSucceeds() {
        Host host = Host.over(emptyStoreAndQueue());

        List<Boolean> registered = Race.between(
                8,
                i -> host.accounts
                        .registration()
                        .register(Host.newUser("ann@example.com"))
                        .fold(user -> true, problems -> {
                            assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.TAKEN);
                            return false;
                        }));

        assertThat(registered).containsOnlyOnce(true);
        assertThat(host.accounts.users().list(UserFilter.all())).hasSize(1);
        assertThat(host.jobs.waiting()).hasSize(1);
        assertThat(host.events()).hasSize(1);
    }

    @Test
    default void checkingWhatIsBeingTypedStoresNothing() {
        Host host = Host.over(emptyStoreAndQueue());

        assertThat(host.accounts.registration().check(Host.newUser("ann@example.com")))
                .isEmpty();

        assertThat(host.accounts.users().findByEmail("ann@example.com")).isEmpty();
        assertThat(host.jobs.waiting()).isEmpty();
    }

    @Test
    default void whatIsNoAddressFindsNobody() {
        Host host = Host.over(emptyStoreAndQueue());

        assertThat(host.accounts.users().findByEmail("no address")).isEmpty();
        assertThat(host.accounts.users().findByEmail("")).isEmpty();
        assertThat(host.accounts.signIn().verify("no address", Host.PASSWORD)).isEmpty();
    }

    @Test
    @DefaultLocale("tr-TR")
    default void aTurkishHostKnowsTheSameLetters() {
        Host host = Host.over(emptyStoreAndQueue());

        User user = host.registered("INFO.MIKE@EXAMPLE.COM");

        assertThat(host.accounts.users().findByEmail("info.mike@example.com")).contains(user);
        assertThat(host.accounts.users().list(UserFilter.all().search("mike@"))).containsExactly(user);
        assertThat(Problems.of(host.accounts.registration().register(Host.newUser("info.mike@example.com"))))
                .containsExactly("email: has already been taken");
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    default void aHostThatWritesDigitsDifferentlyWorksToo() {
        Host host = Host.over(emptyStoreAndQueue());
        User user = host.registered("ann@example.com");

        assertThat(host.accounts.signIn().verify("ann@example.com", Host.PASSWORD))
                .contains(user);
        assertThat(host.accounts.signIn().verify("nobody@example.com", Host.PASSWORD))
                .isEmpty();
        assertThat(Problems.of(host.accounts.registration().register(new NewUser("b@example.com", "A", Host.PASSWORD))))
                .containsExactly("name: should be at least 2 character(s)");
        Mail mail = mail(host);
        assertThat(mail.messageId()).matches("\\p{ASCII}+");
    }

    private static Mail mail(Host host) {
        List<NewJob> waiting = host.jobs.waiting();
        assertThat(waiting).hasSize(1);
        host.drain();
        return host.mailer.last();
    }
}
