package io.accounts4j.internal;

import io.accounts4j.job.JobQueue;
import io.accounts4j.store.AccountStore;
import java.time.Clock;

/**
 * The parts that every use case may need, wired once by the builder. Names no feature. Thread-safe.
 *
 * @param store the ports whose rows share a transaction
 * @param jobs the queue, which writes in the transactions of {@code store}
 * @param passwords the policy for new passwords, and hashing under a bound
 * @param events the recorder of events
 * @param mail the templates, links and mailer
 * @param requests the requests for mailed links
 * @param clock the time, in whole microseconds
 */
public record Parts(
        AccountStore store,
        JobQueue jobs,
        Passwords passwords,
        EventRecorder events,
        AccountMail mail,
        MailRequests requests,
        Clock clock) {

    /** The check that a caller's session, account and right last. */
    public Rights rights() {
        return new Rights(store.users(), store.sessions(), clock);
    }

    /** The end of sessions and tokens. */
    public Revocation revocation() {
        return new Revocation(store.sessions(), store.tokens(), events);
    }

    /** The tokens that mails carry. */
    public MailedTokens mailedTokens() {
        return new MailedTokens(store.users(), store.tokens(), store.transactions(), clock);
    }
}
