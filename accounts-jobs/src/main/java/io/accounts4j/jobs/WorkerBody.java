package io.accounts4j.jobs;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.enqueue.Arguments;
import io.accounts4j.jobs.enqueue.Deferral;
import io.accounts4j.jobs.enqueue.WithheldException;
import io.accounts4j.jobs.node.Claim;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.StoredArguments;
import io.accounts4j.mail.MailException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node does with one job of a worker. A job that another node may understand, but not this one, is put off at no cost.
 */
final class WorkerBody<A> implements Handling.Body {

    private final int version;
    private final Arguments<A> arguments;
    private final Work<? super A> work;
    private final boolean encrypted;
    private final Optional<JobCipher> cipher;
    private final Deferral deferral = new Deferral();
    private final Deferral withheld = new Deferral();

    /** With {@code encrypted} jobs, which need a cipher. */
    WorkerBody(
            int version, Arguments<A> arguments, Work<? super A> work, boolean encrypted, Optional<JobCipher> cipher) {
        this.version = version;
        this.encrypted = encrypted;
        this.arguments = arguments;
        this.work = work;
        this.cipher = cipher;
    }

    @Override
    public JobResult run(ClaimedJob job, Claim claim) throws Exception {
        if (job.kind().version() > version) {
            return deferral.until(job, "is of version " + job.kind().version() + " and this node knows " + version);
        }
        StoredArguments stored = job.arguments();
        byte[] sealed = stored.sealed();
        String keyId = stored.keyId();
        if (sealed == null || keyId == null) {
            return encrypted
                    ? inClear(job, claim)
                    : work.perform(new ClaimedContext(job, claim), read(job, stored.json()));
        }
        Optional<String> opened = cipher.flatMap(with -> with.open(job.kind().name(), stored));
        return opened.isEmpty()
                ? deferral.until(job, "is encrypted with key " + keyId + ", which this node does not have")
                : discreetly(new ClaimedContext(job, claim), read(job, opened.get()));
    }

    /** A row without encryption may be one that somebody wrote who has no key. */
    private JobResult inClear(ClaimedJob job, Claim claim) throws Exception {
        boolean erased = job.arguments().json() == null;
        if (!erased && !cipher.orElseThrow().acceptsPlain(job.id(), job.kind().name())) {
            return withheld.until(
                    job,
                    "has arguments in clear although its worker encrypts them",
                    "withheld; delete it, or give the cipher acceptingPlain(...) for jobs from before the encryption");
        }
        return discreetly(
                new ClaimedContext(job, claim), read(job, job.arguments().json()));
    }

    private A read(ClaimedJob job, @Nullable String json) {
        return arguments.read(job.kind(), version, json);
    }

    /** Messages of exceptions may quote arguments, which are to be nowhere in clear. */
    private JobResult discreetly(JobContext job, A decrypted) throws Exception {
        try {
            return work.perform(job, decrypted);
        } catch (MailException e) {
            throw withTrace(new MailException(WithheldException.REASON, e.retryable(), null), e);
        } catch (Throwable e) {
            throw withTrace(new WithheldException(e.getClass()), e);
        }
    }

    private static <E extends Exception> E withTrace(E said, Throwable thrown) {
        said.setStackTrace(thrown.getStackTrace());
        return said;
    }
}
