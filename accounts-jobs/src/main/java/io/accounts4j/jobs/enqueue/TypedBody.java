package io.accounts4j.jobs.enqueue;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.node.Claim;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.StoredArguments;
import io.accounts4j.mail.MailException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a job of a worker: decrypts and reads its arguments, then performs. A job that only another node can read is snoozed, and
 * the attempt does not count.
 *
 * @param <A> the arguments
 */
public final class TypedBody<A> implements Handling.Body {

    private static final String IN_CLEAR = "has arguments in clear although its worker encrypts them";
    private static final String WITHOUT_VERSION = "is encrypted without the version of its kind";
    private static final String REMEDY =
            "withheld; delete it, or give the cipher acceptingPlain(...) for jobs from before";

    private final int version;
    private final boolean encrypted;
    private final Arguments<A> arguments;
    private final Performer<? super A> performer;
    private final Optional<ArgumentCipher> cipher;
    private final Deferral deferral = new Deferral();
    private final Deferral withheld = new Deferral();

    /** Performs one attempt. */
    @FunctionalInterface
    public interface Performer<A> {

        /** Does the work once; an exception is a failure. */
        JobResult perform(ClaimedJob job, Claim claim, A arguments) throws Exception;
    }

    /** For jobs like {@code spec}; encrypted ones need a cipher. */
    public TypedBody(
            JobSpec spec, Arguments<A> arguments, Performer<? super A> performer, Optional<ArgumentCipher> cipher) {
        this.version = spec.kind().version();
        this.encrypted = spec.encrypted();
        this.arguments = arguments;
        this.performer = performer;
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
            return encrypted ? inClear(job, claim) : performer.perform(job, claim, read(job, stored.json()));
        }
        if (SealedArguments.isWithoutVersion(sealed) && !accepts(job, WITHOUT_VERSION)) {
            return withheld.until(job, WITHOUT_VERSION, REMEDY);
        }
        Optional<String> opened = cipher.flatMap(with -> with.open(job.kind(), stored));
        return opened.isEmpty()
                ? deferral.until(job, "is encrypted with key " + keyId + ", which this node does not have")
                : discreetly(job, claim, read(job, opened.get()));
    }

    /** A row in clear may have been written without the key. */
    private JobResult inClear(ClaimedJob job, Claim claim) throws Exception {
        boolean erased = job.arguments().json() == null;
        if (!erased && !accepts(job, IN_CLEAR)) {
            return withheld.until(job, IN_CLEAR, REMEDY);
        }
        return discreetly(job, claim, read(job, job.arguments().json()));
    }

    private boolean accepts(ClaimedJob job, String fault) {
        return cipher.isEmpty() || cipher.get().accepts(job, fault);
    }

    private A read(ClaimedJob job, @Nullable String json) {
        return arguments.read(job.kind(), version, json);
    }

    /** Messages of exceptions may quote arguments, which must not be stored or logged. */
    private JobResult discreetly(ClaimedJob job, Claim claim, A decrypted) throws Exception {
        try {
            return performer.perform(job, claim, decrypted);
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
