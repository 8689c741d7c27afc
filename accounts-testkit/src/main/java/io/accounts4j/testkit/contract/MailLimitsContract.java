package io.accounts4j.testkit.contract;

import static io.accounts4j.token.TokenPurpose.CONFIRMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.registration.NewUser;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.token.TokenHash;
import io.accounts4j.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The mails that somebody gets who is asked to confirm: at most one unfinished job and three live tokens per user and purpose,
 * no fourth mail within an hour, and no word of the registrant's.
 */
public interface MailLimitsContract extends StoreAndQueueFixture {

    @Test
    default void ofAThousandRequestsAtOnceOneMailIsQueued() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        host.drain();

        List<Boolean> asked = Race.between(32, i -> {
            for (int j = 0; j < 33; j++) {
                host.accounts.confirmation().request("ann@example.com");
                host.accounts.confirmation().request("nobody@example.com");
            }
            return true;
        });

        assertThat(asked).hasSize(32);
        assertThat(host.jobs.waiting()).as("one for ann and one for nobody").hasSize(2);
        host.drain();
        assertThat(host.mailer.all()).as("with the one of the registration").hasSize(2);
        assertThat(liveLinks(host, ann)).hasSize(2);
    }

    @Test
    default void aFourthMailWithinAnHourIsNotSentAndEndsNoLink() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        host.drain();
        askAndSend(host, 2);
        assertThat(host.mailer.all()).as("with the one of the registration").hasSize(3);
        List<TokenHash> links = mailed(host);

        host.clock.advance(Duration.ofMinutes(59));
        askAndSend(host, 3);

        assertThat(host.mailer.all()).hasSize(3);
        assertThat(liveLinks(host, ann)).containsExactlyInAnyOrderElementsOf(links);
    }

    @Test
    default void aLaterMailEndsTheOldestOfThreeLinks() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        for (int i = 0; i < 3; i++) {
            host.drain();
            host.clock.advance(Duration.ofMinutes(10));
            host.accounts.confirmation().request("ann@example.com");
        }
        host.drain();
        assertThat(host.mailer.all()).hasSize(3);

        host.clock.advance(Duration.ofMinutes(31));
        askAndSend(host, 1);

        List<TokenHash> links = mailed(host);
        assertThat(links).hasSize(4);
        assertThat(liveLinks(host, ann)).containsExactlyInAnyOrderElementsOf(links.subList(1, 4));
    }

    @Test
    default void attemptsAtOneMailCountAsOneAndEndNoOtherLink() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");
        host.drain();
        askAndSend(host, 1);
        List<TokenHash> links = mailed(host);

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(attempt(host, ann, attempt)).isInstanceOf(JobResult.Completed.class);
        }

        List<TokenHash> all = mailed(host);
        assertThat(all).as("every attempt sends").hasSize(5);
        assertThat(liveLinks(host, ann)).containsExactlyInAnyOrder(links.get(0), links.get(1), all.get(4));
    }

    @Test
    default void anAttemptThatMayHaveArrivedKeepsItsLinkWhileThereIsRoom() {
        Host host = Host.over(emptyStoreAndQueue());
        User ann = host.registered("ann@example.com");

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(attempt(host, ann, attempt)).isInstanceOf(JobResult.Completed.class);
        }

        assertThat(liveLinks(host, ann)).containsExactlyInAnyOrderElementsOf(mailed(host));
        host.drain();
        assertThat(liveLinks(host, ann)).as("one mail so far: the next is sent").hasSize(3);
        assertThat(host.mailer.all()).hasSize(4);
    }

    @Test
    default void mailToAnUnconfirmedAddressHoldsNoTextOfTheRegistrant() {
        Host host = Host.over(emptyStoreAndQueue());
        String name = "You won! https://evil.example/win";
        User ann = host.fixtures.user(new NewUser("ann@example.com", name, Host.PASSWORD));
        host.drain();
        host.accounts.confirmation().confirm(ann.id());
        User unconfirmed = new User(
                ann.id(), ann.email(), name, false, ann.status(), ann.revision().next(Samples.NOW));
        assertThat(host.store.users().update(unconfirmed))
                .as("judged when the mail is written")
                .isNotNull();
        host.drain();

        assertThat(host.mailer.all())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.subject() + mail.text() + mail.html())
                        .doesNotContain("evil.example")
                        .doesNotContain("You won"));
    }

    private static void askAndSend(Host host, int times) {
        for (int i = 0; i < times; i++) {
            host.accounts.confirmation().request("ann@example.com");
            host.drain();
        }
    }

    /** One more attempt at the same mail, as after a crash between the mail and the outcome. */
    private static JobResult attempt(Host host, User user, int attempt) {
        NewJob job = MailJobs.confirmation(user.id());
        JobHandler handler = host.accounts.jobHandlers().stream()
                .filter(known -> known.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow();
        return handler.run(new JobRun(
                new JobId(Long.MAX_VALUE),
                job.kind(),
                job.version(),
                job.arguments(),
                attempt,
                Instant.now(),
                Optional.empty()));
    }

    private static List<TokenHash> mailed(Host host) {
        return host.mailer.all().stream()
                .map(mail -> RecordingMailer.tokenIn(mail).hash())
                .toList();
    }

    /** The mailed links that still work, oldest first. */
    private static List<TokenHash> liveLinks(Host host, User user) {
        List<TokenHash> live = mailed(host).stream()
                .filter(token -> host.store
                        .tokens()
                        .find(token, CONFIRMATION, host.clock.instant())
                        .isPresent())
                .toList();
        assertThat(host.store.tokens().findByUser(user.id(), CONFIRMATION, host.clock.instant()))
                .as("live tokens, mailed or not")
                .hasSizeLessThanOrEqualTo(3);
        return live;
    }
}
