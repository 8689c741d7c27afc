package io.accounts4j.jobs;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.enqueue.Arguments;
import io.accounts4j.jobs.enqueue.JobSpec;
import io.accounts4j.jobs.enqueue.TypedBody;
import io.accounts4j.jobs.node.Handling;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * One kind of job: its arguments, its options and its work. Makes the jobs that a {@link JdbcJobQueue} stores,
 * and does their work in a {@link JobEngine}.
 *
 * <pre>{@code
 * record Invoice(long order) {}
 *
 * static final Worker<Invoice> INVOICE = Worker.of("billing.invoice", Invoice.class)
 *         .queue("billing").maxAttempts(5).timeout(Duration.ofSeconds(30));
 *
 * jobs.enqueue(INVOICE.job(new Invoice(4711)).scheduleIn(Duration.ofMinutes(5)));
 *
 * JobEngine.builder(dataSource).queue("billing", 10)
 *         .worker(INVOICE.perform((job, invoice) -> { …; return JobResult.complete(); }))
 *         .start();
 * }</pre>
 *
 * Immutable: each method gives a changed copy. Thread-safe as far as its functions are.
 *
 * @param <A> the arguments: a record, or any class that Jackson reads and writes as a JSON object
 */
public final class Worker<A> {

    /** How many bytes the arguments of one job may take as JSON in UTF-8. */
    public static final int MAX_ARGUMENTS = 64 * 1024;

    private static final Handling.Body NO_BODY = (job, claim) -> {
        throw new IllegalStateException("a worker without perform(...) was given a job");
    };

    /** A job of it without arguments. */
    private final JobSpec blank;

    private final Arguments<A> arguments;
    private final Optional<Function<? super A, String>> subject;
    private final Handling handling;
    private final Optional<Work<? super A>> work;

    private Worker(
            JobSpec blank,
            Arguments<A> arguments,
            Optional<Function<? super A, String>> subject,
            Handling handling,
            Optional<Work<? super A>> work) {
        this.blank = blank;
        this.arguments = arguments;
        this.subject = subject;
        this.handling = handling;
        this.work = work;
    }

    /**
     * Of the kind {@code kind}, in queue {@code default}, with priority 0 and up to 20 attempts.
     *
     * @param kind names it in the table for good, whatever the class is called: 1 to 127 printable characters
     * @param arguments data only: ids, never a token or a password. Times of {@code java.time} are texts in ISO 8601;
     *     {@code Optional} is not taken, a component may be null instead. An absent component is an error, an unknown one is
     *     not. On the module path, open its package to {@code com.fasterxml.jackson.databind}
     */
    public static <A> Worker<A> of(String kind, Class<A> arguments) {
        JobSpec blank = JobSpec.of(NewJob.of(kind, Map.of(), JobOptions.queue("default")), "{}");
        return new Worker<>(
                blank, new Arguments<>(arguments), Optional.empty(), Handling.of(NO_BODY), Optional.empty());
    }

    /** Its jobs wait in {@code name}, 1 to 127 printable characters. */
    public Worker<A> queue(String name) {
        return blank(blank.queue(name));
    }

    /** Its jobs are given up after so many failed attempts, 1 or more. */
    public Worker<A> maxAttempts(int bound) {
        return options(blank.options().maxAttempts(bound));
    }

    /** Its jobs go before those of a higher number in their queue: 0 (first) to 9. */
    public Worker<A> priority(int level) {
        return options(blank.options().priority(level));
    }

    /** Its jobs have these tags, by which {@code JobConsole} lists them: see {@link JobOptions#tags()} for their range. */
    public Worker<A> tags(String... more) {
        return options(blank.options().tags(more));
    }

    /** Each of its jobs is stored only where none is there that is the same. */
    public Worker<A> unique(Unique among) {
        return blank(blank.unique(among.rule()));
    }

    /**
     * The arguments of its jobs are encrypted in the table, by the {@link JobCipher} of queue and engine, and wiped when a job
     * is completed. Messages of exceptions, which might quote them, are not kept or logged; reasons given to {@code
     * JobResult.fail} and {@code cancel} are. Kind, queue, times and {@link #subject} stay readable. A row of its kind with
     * arguments in clear does not run: see {@link JobCipher#acceptingPlain}.
     */
    public Worker<A> encrypted() {
        return blank(blank.asEncrypted());
    }

    /**
     * Whom each of its jobs is about, so that {@link JdbcJobQueue#erase} finds it: an id of 1 to 64 printable characters,
     * stored readable.
     */
    public Worker<A> subject(Function<? super A, String> about) {
        return new Worker<>(blank, arguments, Optional.of(about), handling, work);
    }

    /**
     * Sets the version of its arguments. Default: 1. Raise it when old jobs can no longer be read, and add an {@link
     * #upcaster} from the version before. Jobs of a newer version than a node supports are snoozed until a node supports it,
     * so that releases can be rolled out and back node by node.
     */
    public Worker<A> version(int number) {
        return blank(blank.version(number));
    }

    /**
     * Turns arguments of version {@code from} into those of the next one. Those of older versions go through all in between.
     *
     * @param upcaster may change the map it is given: texts, numbers, booleans, nulls, lists and maps, as JSON has them
     */
    public Worker<A> upcaster(int from, UnaryOperator<Map<String, Object>> upcaster) {
        if (from < 1) {
            throw new IllegalArgumentException("version must be >= 1, got " + from);
        }
        return new Worker<>(blank, arguments.upcaster(from, upcaster), subject, handling, work);
    }

    /** The wait after the given failed attempt, the first being 1, in place of the engine's. */
    public Worker<A> backoff(IntFunction<Duration> waits) {
        return handling(handling.backoff(waits));
    }

    /**
     * An attempt that takes longer is interrupted and has failed. Default: the engine's, {@link JobEngineBuilder#timeout}.
     *
     * @param longest 0 or more; {@link Duration#ZERO} is no timeout
     */
    public Worker<A> timeout(Duration longest) {
        return handling(handling.timeout(longest));
    }

    /**
     * Writes the outcome of each attempt immediately instead of in a batch with others: fewer jobs run twice when a node dies, at
     * the cost of more statements.
     */
    public Worker<A> acknowledgedImmediately() {
        return handling(handling.immediately());
    }

    /** Does the work so. Processes that only queue jobs need none. */
    public Worker<A> perform(Work<? super A> done) {
        return new Worker<>(blank, arguments, subject, handling, Optional.of(done));
    }

    /**
     * A job with these arguments, written as JSON here and now. {@link OversizedArgumentsException} above {@link
     * #MAX_ARGUMENTS}; {@link IllegalArgumentException} where they are no JSON object or hold U+0000 or an unpaired surrogate.
     */
    public Job job(A given) {
        String json = OversizedArgumentsException.checked(kind(), arguments.write(kind(), given));
        return new Job(blank.with(json, subject.map(about -> about.apply(given))));
    }

    /** The kind of its jobs in the table. */
    public String kind() {
        return blank.kind().name();
    }

    /** Returns whether it has something to do: {@link #perform}. */
    public boolean isPerformed() {
        return work.isPresent();
    }

    /** The queue in which its jobs wait unless a job has another. */
    String queueName() {
        return blank.options().queue();
    }

    /** Says what it is, without arguments. */
    @Override
    public String toString() {
        return "worker of kind " + kind() + " version " + blank.kind().version();
    }

    /** For an engine with that cipher, if any. {@link IllegalArgumentException} without {@link #perform}. */
    Function<Optional<JobCipher>, Handling> handling() {
        Work<? super A> done = work.orElseThrow(() -> new IllegalArgumentException(
                "the " + this + " has nothing to do: give it perform((job, arguments) -> ...)"));
        return cipher -> {
            if (blank.encrypted() && cipher.isEmpty()) {
                throw new IllegalStateException(
                        "the " + this + " is encrypted: give the engine cipher(JobCipher.of(...))");
            }
            return handling.body(new TypedBody<>(
                    blank,
                    arguments,
                    (job, claim, given) -> done.perform(new ClaimedContext(job, claim), given),
                    cipher.map(JobCipher::cipher)));
        };
    }

    private Worker<A> options(JobOptions changed) {
        return blank(blank.options(changed));
    }

    private Worker<A> blank(JobSpec changed) {
        return new Worker<>(changed, arguments, subject, handling, work);
    }

    private Worker<A> handling(Handling changed) {
        return new Worker<>(blank, arguments, subject, changed, work);
    }
}
