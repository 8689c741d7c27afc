package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.mail.Mail;
import io.accounts4j.mail.Mailer;
import io.accounts4j.user.Email;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link Mailer}. */
public interface MailerContract {

    /** Returns the mailer under test; called once by each test, before {@link #received}. */
    Mailer mailer();

    /** Returns the messages that {@link #mailer} has delivered, in any order, after all deliveries have ended. */
    List<Mail> received();

    private static Mail mail(String to, String subject, String id) {
        return new Mail(
                new Email(to),
                subject,
                "Hi Zoë 👋,\n\nhttps://app.example.org/users/confirm?token=" + "x".repeat(43) + "\n",
                "<p>Hi Zoë 👋 &amp; all</p>\n",
                id);
    }

    @Test
    default void aDeliveredMessageArrivesOnceAndWhole() {
        Mail sent = mail("ann@example.com", "Confirm your e-mail address", "accounts.confirmation.1");

        mailer().deliver(sent);

        assertThat(received()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(sent.to());
            assertThat(mail.subject()).isEqualTo(sent.subject());
            assertThat(mail.text()).isEqualToNormalizingNewlines(sent.text());
            assertThat(mail.html()).isEqualToNormalizingNewlines(sent.html());
            assertThat(mail.messageId()).contains(sent.messageId());
        });
    }

    @Test
    default void aSubjectKeepsEveryLetter() {
        String subject = "Bestätigen Sie Ihre E-Mail-Adresse – 確認 👋 "
                + "und ein sehr langer Betreff ".repeat(6).strip();

        mailer().deliver(mail("ann@example.com", subject, "accounts.confirmation.2"));

        assertThat(received()).extracting(Mail::subject).containsExactly(subject);
    }

    @Test
    default void aRepeatedMessageIsRecognisableByItsId() {
        Mailer mailer = mailer();

        mailer.deliver(mail("ann@example.com", "Once", "accounts.welcome.3"));
        mailer.deliver(mail("ann@example.com", "Once", "accounts.welcome.3"));
        mailer.deliver(mail("ann@example.com", "Once", "accounts.welcome.4"));

        assertThat(received().stream().map(Mail::messageId).distinct()).hasSize(2);
    }

    @Test
    default void severalThreadsMaySendAtOnce() {
        Mailer mailer = mailer();

        List<Mail> sent = Race.between(8, i -> {
            Mail mail = mail("user" + i + "@example.com", "Welcome", "accounts.welcome." + i);
            mailer.deliver(mail);
            return mail;
        });

        assertThat(received())
                .extracting(Mail::to)
                .containsExactlyInAnyOrderElementsOf(sent.stream().map(Mail::to).toList());
    }
}
