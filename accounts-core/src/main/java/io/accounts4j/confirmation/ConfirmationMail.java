package io.accounts4j.confirmation;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.mail.AccountMail;
import io.accounts4j.mail.MailJobs;
import io.accounts4j.store.AccountStore;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.user.User;
import java.time.Clock;
import java.util.Map;

/** Makes the confirmation token and mails it, so that the token exists nowhere but in the mail. */
public final class ConfirmationMail implements JobHandler {

    private final AccountStore store;
    private final AccountMail mail;
    private final Clock clock;

    /** Over the store of the token and the mail it leaves by. */
    public ConfirmationMail(AccountStore store, AccountMail mail, Clock clock) {
        this.store = store;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return MailJobs.CONFIRMATION;
    }

    @Override
    public JobResult run(JobRun job) {
        store.users()
                .findById(MailJobs.userOf(job))
                .filter(user -> !user.isConfirmed())
                .ifPresent(user -> send(user, job));
        return JobResult.complete();
    }

    private void send(User user, JobRun job) {
        RawToken token = RawToken.random();
        store.tokens().add(Token.of(token, TokenPurpose.CONFIRMATION, user.id(), user.email(), clock.instant()));
        mail.send(
                "confirmation",
                user,
                Map.of("name", user.name(), "url", mail.links().confirmation(token)),
                job);
    }
}
