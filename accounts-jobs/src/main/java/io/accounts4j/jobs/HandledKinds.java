package io.accounts4j.jobs;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobRun;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an engine knows of each kind of job, while it is collected. */
final class HandledKinds {

    private final Map<String, Function<Terms, Handling>> kinds = new HashMap<>();

    /** {@link IllegalArgumentException} where its kind is handled already. */
    void add(JobHandler handler) {
        add(handler.kind(), terms -> handling(handler, terms));
    }

    /** {@link IllegalArgumentException} where its kind is handled already or it has nothing to do. */
    void add(Worker<?> worker) {
        add(worker.kind(), worker.handling());
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** By kind. {@link IllegalStateException} where one needs what the engine does not have. */
    Map<String, Handling> on(Terms terms) {
        Map<String, Handling> byKind = new HashMap<>();
        kinds.forEach((kind, handling) -> byKind.put(kind, handling.apply(terms)));
        return byKind;
    }

    private void add(String kind, Function<Terms, Handling> handling) {
        if (kinds.putIfAbsent(kind, handling) != null) {
            throw new IllegalArgumentException("two handlers for jobs of kind " + kind + ": give one");
        }
    }

    private static Handling handling(JobHandler handler, Terms terms) {
        return new Handling(
                (job, hold) -> handler.run(run(job)), terms.backoff(), terms.timeout(Optional.empty()), false);
    }

    private static JobRun run(ClaimedJob job) {
        return new JobRun(
                new JobId(job.id()),
                job.kind().name(),
                job.kind().version(),
                Json.toArguments(job.arguments().json()),
                job.attempts().made(),
                job.due(),
                job.tick());
    }
}
