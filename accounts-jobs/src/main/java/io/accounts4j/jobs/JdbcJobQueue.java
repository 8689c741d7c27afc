package io.accounts4j.jobs;

import io.accounts4j.event.EventBus;
import io.accounts4j.job.JobAnnouncer;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.enqueue.AnnouncingWriter;
import io.accounts4j.jobs.enqueue.JobSpec;
import io.accounts4j.jobs.enqueue.JobWriter;
import io.accounts4j.jobs.enqueue.TableWriter;
import io.accounts4j.jobs.sql.Inserted;
import io.accounts4j.jobs.sql.Json;
import io.accounts4j.jobs.sql.NewRow;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.transaction.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Stores jobs on the caller's connection, and so in the caller's transaction. The delay of a job is measured by the
 * database's clock. The kind of database is read from the first connection. Thread-safe. A failure of the database is a
 * {@link io.accounts4j.kernel.StoreException}, {@code retryable} if the caller's transaction was ended by a conflict, as
 * InnoDB may do for unique jobs; without a transaction of the caller's the statement is retried here.
 */
public final class JdbcJobQueue implements JobQueue, JobAnnouncer {

    private final TableWriter table;
    private final UnaryOperator<JobWriter> around;
    private final Optional<JobCipher> cipher;
    private final JobWriter writer;

    private JdbcJobQueue(TableWriter table, UnaryOperator<JobWriter> around, Optional<JobCipher> cipher) {
        this.table = table;
        this.around = around;
        this.cipher = cipher;
        this.writer = around.apply(table);
    }

    /** On the connection of the current transaction, such as {@code store::withConnection}. */
    public static JdbcJobQueue on(CurrentConnection current) {
        TableWriter table = new TableWriter(current::apply, Schema.ofConnection());
        return new JdbcJobQueue(table, UnaryOperator.identity(), Optional.empty());
    }

    /**
     * The same with its tables in another schema (MariaDB: database). Default: the schema of the connection.
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public JdbcJobQueue inSchema(String name) {
        return new JdbcJobQueue(table.in(Schema.named(name)), around, cipher);
    }

    /** The same, encrypting the arguments of jobs whose worker is {@linkplain Worker#encrypted encrypted}. */
    public JdbcJobQueue cipher(JobCipher with) {
        return new JdbcJobQueue(table, around, Optional.of(with));
    }

    /**
     * The same, and engines that listen to {@code announces} look at once when a job is committed, instead of at their next
     * look. A queue that is given to {@code Accounts} needs this for jobs of {@linkplain Worker workers} only; {@code Accounts}
     * does not announce its own again where the bus is the same.
     */
    public JdbcJobQueue wakeUps(Transactions transactions, EventBus announces) {
        return new JdbcJobQueue(table, to -> new AnnouncingWriter(to, transactions, announces), cipher);
    }

    @Override
    public boolean announcesOn(EventBus bus) {
        return writer instanceof AnnouncingWriter announcing && announcing.isOn(bus);
    }

    /**
     * Stores {@code job} in the current transaction, so that it exists if and only if that commits; not where one is there
     * that is the same by its {@link Unique}. {@link IllegalStateException} where it is to be encrypted and the queue has no
     * {@link #cipher}.
     */
    @CanIgnoreReturnValue
    public Enqueued enqueue(Job job) {
        return answer(writer.insert(job.row(cipher)));
    }

    /**
     * Stores {@code jobs} in the current transaction, all or none, in a few statements, and says in their order what came of
     * each. A job that is the same as one before it, by its {@link Unique}, gets that one's id. Without a transaction they
     * are stored in one of their own.
     */
    @CanIgnoreReturnValue
    public List<Enqueued> enqueueAll(Collection<Job> jobs) {
        List<NewRow> rows = jobs.stream().map(job -> job.row(cipher)).toList();
        return writer.insertAll(rows).stream().map(JdbcJobQueue::answer).toList();
    }

    /** {@inheritDoc} {@link OversizedArgumentsException} above {@link Worker#MAX_ARGUMENTS}. */
    @CanIgnoreReturnValue
    @Override
    public JobId enqueue(NewJob job) {
        return new JobId(writer.insert(spec(job).row(Optional.empty())).id());
    }

    /**
     * Takes out of the table, in the current transaction, what is kept about somebody: jobs that wait are cancelled; of all,
     * arguments, errors, tags and {@linkplain Worker#subject subject} are wiped. Jobs that run are not stopped; what they would
     * leave is wiped too, and where they fail they are cancelled. Waits for rows that are being settled just now.
     *
     * @return how many jobs there were; 0 for a subject that no job is about
     */
    @CanIgnoreReturnValue
    public int erase(String subject) {
        return writer.erase(JobSpec.checkedSubject(subject));
    }

    @Override
    public boolean cancel(JobId id) {
        return writer.cancel(id);
    }

    /**
     * For package {@code testing}.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public JdbcJobQueue writingTo(JobWriter other) {
        return new JdbcJobQueue(table, unused -> other, cipher);
    }

    static JobSpec spec(NewJob job) {
        return JobSpec.of(job, OversizedArgumentsException.checked(job.kind(), Json.ofArguments(job.arguments())));
    }

    private static Enqueued answer(Inserted inserted) {
        return new Enqueued(new JobId(inserted.id()), inserted.isNew(), inserted.isReplaced());
    }
}
