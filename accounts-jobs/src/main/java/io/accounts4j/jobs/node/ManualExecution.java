package io.accounts4j.jobs.node;

import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOutcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt on the calling thread, with the timeout that it has on a node. For tests of hosts. */
public final class ManualExecution {

    private final ClaimedJob job;
    private final Handling handling;
    private @Nullable Throwable thrown;

    /** At a claimed job. */
    public ManualExecution(ClaimedJob job, Handling handling) {
        this.job = job;
        this.handling = handling;
    }

    /** Returns the result of the handler for a job without a row, or throws its exception; a failure after its timeout. */
    public static JobResult call(ClaimedJob job, Handling handling) throws Exception {
        ManualExecution manual = new ManualExecution(job, handling);
        Execution execution = new Execution(job, (connection, claimed) -> true);
        Timers timers = new Timers();
        manual.begin(execution, timers);
        try {
            JobResult result = handling.body().run(job, execution);
            return execution.end() ? result : manual.timeout();
        } catch (Exception e) {
            if (execution.end()) {
                throw e;
            }
            return manual.timeout();
        } finally {
            timers.close();
        }
    }

    /** Makes the attempt and stores its outcome. */
    public Outcome run(Database database) throws SQLException {
        Execution execution = new Execution(job, database::complete);
        Timers timers = new Timers();
        begin(execution, timers);
        JobOutcome reached = recording().attempt(job, execution);
        timers.close();
        JobOutcome outcome = execution.end() ? reached : handling.timedOut(job, execution.duration());
        var unused = database.transact((connection, tables) -> tables.jobs().acknowledge(connection, List.of(outcome)));
        return outcome.event();
    }

    private void begin(Execution execution, Timers timers) {
        if (!execution.begin()) {
            throw new IllegalStateException("a new execution was given up");
        }
        handling.limit().ifPresent(longest -> {
            Runnable giveUp = () -> {
                var unused = execution.giveUp();
            };
            var unusedTimer = timers.in(longest, giveUp);
        });
    }

    private JobResult timeout() {
        return JobResult.fail(handling.timeoutError());
    }

    private Handling recording() {
        Handling.Body body = handling.body();
        return handling.body((claimed, claim) -> {
            try {
                return body.run(claimed, claim);
            } catch (Throwable e) {
                thrown = e;
                throw e;
            }
        });
    }

    /** The exception of the handler. */
    public Optional<Throwable> thrown() {
        return Optional.ofNullable(thrown);
    }
}
