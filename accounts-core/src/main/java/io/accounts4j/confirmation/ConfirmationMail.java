package io.accounts4j.confirmation;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.internal.AccountMail;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.internal.MailedTokens;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.TokenPurpose;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Makes the confirmation token and mails it, so that the token exists nowhere but in the mail. */
public final class ConfirmationMail implements JobHandler {

    private final MailedTokens tokens;
    private final AccountMail mail;

    /** Over the store of the token and the mail it leaves by. */
    public ConfirmationMail(AccountStore store, AccountMail mail, Clock clock) {
        this.tokens = new MailedTokens(store.users(), store.tokens(), store.transactions(), clock);
        this.mail = mail;
    }

    @Override
    public String kind() {
        return MailJobs.CONFIRMATION;
    }

    @Override
    public Optional<String> queue() {
        return Optional.of(MailJobs.QUEUE);
    }

    @Override
    public JobResult run(JobRun job) {
        tokens.issue(MailJobs.userOf(job), TokenPurpose.CONFIRMATION, job, user -> !user.isConfirmed())
                .ifPresent(issued -> mail.send(
                        "confirmation",
                        issued.user(),
                        Map.of("url", mail.links().confirmation(issued.token())),
                        job));
        return JobResult.complete();
    }
}
