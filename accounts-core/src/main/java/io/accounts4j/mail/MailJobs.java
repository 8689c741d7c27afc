package io.accounts4j.mail;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.user.UserId;
import java.util.Map;

/** The jobs that send mail. Their one argument is the user's id: tokens are made when the mail is sent. */
public final class MailJobs {

    /** Sends the link that confirms an address. */
    public static final String CONFIRMATION = "accounts.confirmation";

    /** Greets a user whose address is confirmed. */
    public static final String WELCOME = "accounts.welcome";

    /** The argument that names the user. */
    public static final String USER = "user";

    /** The queue of all mails. */
    public static final String QUEUE = "mailers";

    private static final JobOptions MAILERS = JobOptions.queue(QUEUE).maxAttempts(3);

    private MailJobs() {}

    /** The job that sends {@code user} the confirmation link; at most one is unfinished. */
    public static NewJob confirmation(UserId user) {
        return NewJob.of(CONFIRMATION, Map.of(USER, user.toString()), MAILERS).unique(user.toString());
    }

    /** The job that greets {@code user}. */
    public static NewJob welcome(UserId user) {
        return NewJob.of(WELCOME, Map.of(USER, user.toString()), MAILERS);
    }

    /** The user a mail job is about; {@link IllegalArgumentException} where the job does not say. */
    public static UserId userOf(JobRun job) {
        return UserId.parse(job.argument(USER))
                .orElseThrow(() -> new IllegalArgumentException("job " + job.id() + " names no user"));
    }
}
