package io.accounts4j.confirmation;

import io.accounts4j.internal.AccountMail;
import io.accounts4j.internal.MailedTokens;
import io.accounts4j.internal.Parts;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.token.TokenPurpose;
import java.util.Map;
import java.util.Optional;

/** Makes the confirmation token and mails it, so that the token exists nowhere but in the mail. */
final class ConfirmationMail implements JobHandler {

    private final MailedTokens tokens;
    private final AccountMail mail;

    ConfirmationMail(Parts parts) {
        this.tokens = parts.mailedTokens();
        this.mail = parts.mail();
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
