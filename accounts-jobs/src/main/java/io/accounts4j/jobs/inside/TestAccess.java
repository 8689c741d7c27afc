package io.accounts4j.jobs.inside;

import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.Job;
import io.accounts4j.jobs.JobCipher;
import io.accounts4j.jobs.JobEngineBuilder;
import io.accounts4j.jobs.enqueue.JobWriter;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.sql.NewRow;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the testing package may ask of classes that tell nobody else. They hand it over when they are loaded. Thread-safe. */
public final class TestAccess {

    private static volatile @Nullable Function<JobEngineBuilder, Map<String, Handling>> handlings;
    private static volatile @Nullable BiFunction<JdbcJobQueue, JobWriter, JdbcJobQueue> queues;

    private static volatile @Nullable BiFunction<Job, Optional<JobCipher>, NewRow> rows;

    private TestAccess() {}

    /** From the builder: what it was given to handle, by kind. */
    public static void handlings(Function<JobEngineBuilder, Map<String, Handling>> known) {
        handlings = known;
    }

    /** From the queue: one like it that stores elsewhere. */
    public static void queues(BiFunction<JdbcJobQueue, JobWriter, JdbcJobQueue> made) {
        queues = made;
    }

    /** From the job: what is stored of it. */
    public static void rows(BiFunction<Job, Optional<JobCipher>, NewRow> stored) {
        rows = stored;
    }

    /** What {@code builder} was given to handle, by kind. */
    public static Map<String, Handling> handlingsOf(JobEngineBuilder builder) {
        return Objects.requireNonNull(handlings).apply(builder);
    }

    /** A queue like {@code queue} that hands jobs to {@code sink}. */
    public static JdbcJobQueue queueInto(JdbcJobQueue queue, JobWriter sink) {
        return Objects.requireNonNull(queues).apply(queue, sink);
    }

    /** What is stored of {@code job}. */
    public static NewRow rowOf(Job job, Optional<JobCipher> cipher) {
        return Objects.requireNonNull(rows).apply(job, cipher);
    }
}
