package io.accounts4j.confirmation;

import io.accounts4j.internal.AccountMail;
import io.accounts4j.internal.Parts;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.user.UserRepository;
import java.util.Map;
import java.util.Optional;

/** Greets a user whose address is confirmed. */
final class WelcomeMail implements JobHandler {

    private final UserRepository users;
    private final AccountMail mail;

    WelcomeMail(Parts parts) {
        this.users = parts.store().users();
        this.mail = parts.mail();
    }

    @Override
    public String kind() {
        return MailJobs.WELCOME;
    }

    @Override
    public Optional<String> queue() {
        return Optional.of(MailJobs.QUEUE);
    }

    @Override
    public JobResult run(JobRun job) {
        users.findById(MailJobs.userOf(job))
                .ifPresent(user ->
                        mail.send("welcome", user, Map.of("url", mail.links().home()), job));
        return JobResult.complete();
    }
}
