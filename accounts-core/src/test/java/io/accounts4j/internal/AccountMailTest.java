package io.accounts4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobRun;
import io.accounts4j.mail.AccountLinks;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailTemplates;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRevision;
import io.accounts4j.user.UserStatus;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountMailTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final JobRun JOB =
            new JobRun(new JobId(7), "accounts.test", 1, Map.of(), 1, Instant.EPOCH, Optional.empty());
    private static final User UNCONFIRMED = new User(
            UserId.next(NOW),
            new Email("ann@example.com"),
            "https://evil.example",
            false,
            UserStatus.unconfirmed(),
            UserRevision.first(NOW));

    private final List<Mail> sent = new ArrayList<>();
    private final AccountMail mail = new AccountMail(
            MailTemplates.of(Locale.ENGLISH), AccountLinks.under(URI.create("https://app.example.org")), sent::add);

    @Test
    void noTemplateGreetsAnUnconfirmedUserByName() {
        for (String template : List.of("confirmation", "welcome", "of_the_host")) {
            mail.send(template, UNCONFIRMED, Map.of("url", "https://app.example.org/"), JOB);
        }

        assertThat(sent)
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.subject() + message.text() + message.html())
                        .doesNotContain("evil.example")
                        .doesNotContain("{"));
        assertThat(sent.get(1).text()).startsWith("Hi,\n");
    }

    @Test
    void aConfirmedUserIsGreetedByName() {
        mail.send("welcome", UNCONFIRMED.confirmedAt(NOW).withName("Ann & Bob"), Map.of("url", "https://x/"), JOB);

        assertThat(sent.get(0).text()).startsWith("Hi Ann & Bob,\n");
        assertThat(sent.get(0).html()).contains("<p>Hi Ann &amp; Bob,</p>");
    }
}
