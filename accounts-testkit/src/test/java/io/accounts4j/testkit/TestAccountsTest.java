package io.accounts4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.confirmation.ConfirmationSettings;
import io.accounts4j.job.JobState;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.mail.MailException;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The doubles as a host's tests use them. */
class TestAccountsTest {

    private final TestAccounts test = TestAccounts.create();

    @Test
    void aMailedLinkCanBeFollowed() {
        User user = test.fixtures().user();

        test.drainJobs();
        var token = RecordingMailer.tokenIn(test.mailer().last());

        assertThat(test.accounts()
                        .confirmation()
                        .confirm(new ConfirmationAttempt(
                                Optional.of(token), Optional.of(Fixtures.password()), Optional.empty())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(test.mailer().lastTo(user.email())).contains(test.mailer().last());
    }

    @Test
    void settingsAreThoseOfTheBuilder() {
        TestAccounts lenient = TestAccounts.with(settings ->
                settings.confirmation(ConfirmationSettings.standard().lenient()));
        lenient.fixtures().user();
        lenient.drainJobs();
        var token = RecordingMailer.tokenIn(lenient.mailer().last());

        assertThat(lenient.accounts()
                        .confirmation()
                        .confirm(new ConfirmationAttempt(Optional.of(token), Optional.empty(), Optional.empty())))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void fixturesAreWhatTheySay() {
        assertThat(test.fixtures().user().isConfirmed()).isFalse();
        assertThat(test.fixtures().confirmedUser().isConfirmed()).isTrue();
        User admin = test.fixtures().administrator();
        assertThat(admin.administrator()).isTrue();
        SessionToken session = test.fixtures().session(admin);
        assertThat(test.accounts().sessions().findUser(session)).contains(admin);
        assertThatThrownBy(() -> test.fixtures().user(Fixtures.newUser("no address")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void timePassesOnlyWhenItIsTold() {
        SessionToken session = test.fixtures().session(test.fixtures().user());
        var start = test.clock().instant();
        var elsewhere = test.clock().withZone(ZoneId.of("Asia/Tokyo"));

        test.clock().advance(Duration.ofDays(14));

        assertThat(test.accounts().sessions().find(session)).isEmpty();
        assertThat(elsewhere.instant()).isEqualTo(start.plus(Duration.ofDays(14)));
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        test.clock().set(start);
        assertThat(test.accounts().sessions().find(session)).isPresent();
    }

    @Test
    void aDatabaseCanDieAndComeBack() {
        User user = test.fixtures().user();

        test.store().fail();

        assertThatThrownBy(() -> test.accounts().users().find(user.id()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isTrue());
        assertThatThrownBy(() -> test.fixtures().user()).isInstanceOf(StoreException.class);
        assertThat(test.accounts().health().check().ok()).isFalse();
        test.store().recover();
        assertThat(test.accounts().users().find(user.id())).contains(user);
    }

    @Test
    void whoeverAHostRefersToIsNotDeleted() {
        User user = test.fixtures().user();
        test.store().refer(user.id());

        assertThat(test.accounts().users().delete(user.id()))
                .isEqualTo(Outcome.refused(Problem.of(ProblemCode.STILL_REFERENCED)));
    }

    @Test
    void jobsCanBeAskedFor() {
        User user = test.fixtures().user();
        test.fixtures().user();

        assertThat(test.jobs().waiting()).hasSize(2);
        assertThat(test.jobs()
                        .waiting(
                                MailJobs.CONFIRMATION,
                                Map.of(MailJobs.USER, user.id().toString())))
                .hasSize(1);
        assertThat(test.jobs().waiting(MailJobs.WELCOME, Map.of())).isEmpty();
        test.jobs().clear();
        assertThat(test.jobs().all()).isEmpty();
    }

    @Test
    void aFailedJobIsTriedAgainByTheClockAndGivenUpInTheEnd() {
        test.fixtures().user();
        test.mailer().failWith(new MailException("refused", true, null));

        assertThat(states(test.drainJobs())).containsExactly(JobState.RETRYABLE);
        assertThat(test.drainJobs()).as("not due yet").isEmpty();
        test.clock().advance(Duration.ofMinutes(1));
        assertThat(states(test.drainJobs())).containsExactly(JobState.RETRYABLE);
        test.clock().advance(Duration.ofMinutes(1));
        assertThat(states(test.drainJobs())).as("the third of three").containsExactly(JobState.DISCARDED);
        test.mailer().recover();
        test.clock().advance(Duration.ofDays(1));
        assertThat(test.drainJobs()).isEmpty();
        assertThat(test.mailer().all()).isEmpty();
    }

    @Test
    void jobsAreDrainedAfterTheTransactionOnly() {
        assertThatThrownBy(() -> test.store().transactions().inTransaction(test::drainJobs))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after the transaction");
    }

    @Test
    void aMailWithoutALinkHasNoToken() {
        assertThatThrownBy(() -> test.mailer().last())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("drained");
        test.fixtures().confirmedUser();
        test.drainJobs();

        assertThat(test.mailer().last().subject()).isEqualTo("Welcome");
        assertThatThrownBy(() -> RecordingMailer.tokenIn(test.mailer().last()))
                .isInstanceOf(IllegalArgumentException.class);
        test.mailer().clear();
        assertThat(test.mailer().all()).isEmpty();
    }

    private static List<JobState> states(List<InMemoryJob> jobs) {
        return jobs.stream().map(InMemoryJob::state).toList();
    }
}
