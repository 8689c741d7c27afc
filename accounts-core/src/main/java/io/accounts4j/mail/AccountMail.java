package io.accounts4j.mail;

import io.accounts4j.job.JobRun;
import io.accounts4j.user.User;
import java.util.Map;

/**
 * How mail to users is written and sent: the templates, the links in them and the mailer.
 *
 * @param templates the words
 * @param links the addresses in them
 * @param mailer what delivers them
 */
public record AccountMail(MailTemplates templates, AccountLinks links, Mailer mailer) {

    /** Writes {@code template} to {@code user} and delivers it under an id that every attempt at {@code job} shares. */
    public void send(String template, User user, Map<String, String> values, JobRun job) {
        mailer.deliver(templates.compose(template, user.email(), values, job.kind() + "." + job.id()));
    }
}
