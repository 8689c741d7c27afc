package io.accounts4j.internal;

import io.accounts4j.job.JobRun;
import io.accounts4j.mail.AccountLinks;
import io.accounts4j.mail.MailTemplates;
import io.accounts4j.mail.Mailer;
import io.accounts4j.user.User;
import java.util.HashMap;
import java.util.Map;

/**
 * The parts that write and send mail to users.
 *
 * @param templates the texts
 * @param links the links in the texts
 * @param mailer the mailer
 */
public record AccountMail(MailTemplates templates, AccountLinks links, Mailer mailer) {

    /**
     * Writes {@code template} to {@code user} and delivers it under an id that every attempt at {@code job} shares. The value
     * {@code name} is added here: it is empty while the address is not confirmed, since anybody can register somebody else's
     * address and would choose the words that its owner reads. {@code values} hold nothing that a user has typed.
     */
    public void send(String template, User user, Map<String, String> values, JobRun job) {
        Map<String, String> all = new HashMap<>(values);
        all.put("name", user.isConfirmed() ? user.name() : "");
        mailer.deliver(templates.compose(template, user.email(), all, job.kind() + "." + job.id()));
    }
}
