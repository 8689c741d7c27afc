package io.accounts4j.confirmation;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.internal.AccountMail;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.store.AccountStore;
import java.util.Map;
import java.util.Optional;

/** Greets a user whose address is confirmed. */
public final class WelcomeMail implements JobHandler {

    private final AccountStore store;
    private final AccountMail mail;

    /** Over the store of the user and the mail it leaves by. */
    public WelcomeMail(AccountStore store, AccountMail mail) {
        this.store = store;
        this.mail = mail;
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
        store.users()
                .findById(MailJobs.userOf(job))
                .ifPresent(user ->
                        mail.send("welcome", user, Map.of("url", mail.links().home()), job));
        return JobResult.complete();
    }
}
