package io.accounts4j.mail;

import io.accounts4j.kernel.Port;

/** Sends mail. Called from jobs, outside any transaction, by several threads at once. Proved by {@code MailerContract}. */
@Port
public interface Mailer {

    /**
     * Hands {@code mail} over for delivery and returns when it is taken. {@link MailException} when it is not: the job is
     * tried again if that is retryable. If it is not, accounts-jobs gives the job up; other queues may try again.
     */
    void deliver(Mail mail);
}
