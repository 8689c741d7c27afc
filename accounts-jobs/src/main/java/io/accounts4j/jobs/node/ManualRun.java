package io.accounts4j.jobs.node;

import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt on the calling thread, as a node makes it: interrupted and failed after its timeout. For tests. */
public final class ManualRun {

    private final ClaimedJob job;
    private final Handling handling;
    private @Nullable Throwable thrown;

    /** At a job that is claimed. */
    public ManualRun(ClaimedJob job, Handling handling) {
        this.job = job;
        this.handling = handling;
    }

    /** The answer of the handler to a job without a row, or what it throws; a failure after its timeout. */
    public static JobResult call(ClaimedJob job, Handling handling) throws Exception {
        ManualRun manual = new ManualRun(job, handling);
        Execution run = new Execution(job, (connection, claimed) -> true);
        Timers timers = new Timers();
        manual.begin(run, timers);
        try {
            JobResult result = handling.body().run(job, run);
            return run.end() ? result : manual.timeout();
        } catch (Exception e) {
            if (run.end()) {
                throw e;
            }
            return manual.timeout();
        } finally {
            timers.close();
        }
    }

    /** Works and writes what came of it. */
    public Outcome run(Database database) throws SQLException {
        Execution run = new Execution(job, database::complete);
        Timers timers = new Timers();
        begin(run, timers);
        Attempt attempt = new Attempt(job, noting());
        Ending made = attempt.make(run);
        timers.close();
        boolean inTime = run.end();
        Ending ending = inTime ? made : attempt.timedOut(handling.timeout().orElse(Duration.ZERO));
        List<Settlement> settlement = List.of(ending.settlement());
        var unused = database.transact((connection, tables) -> tables.jobs().settle(connection, settlement));
        return ending.outcome();
    }

    private void begin(Execution run, Timers timers) {
        if (!run.begin()) {
            throw new IllegalStateException("nobody else knows of this run, so nobody gave it up");
        }
        handling.timeout().ifPresent(longest -> {
            Runnable giveUp = () -> {
                var unused = run.giveUp();
            };
            var unusedTimer = timers.in(longest, giveUp);
        });
    }

    private JobResult timeout() {
        return JobResult.fail(Attempt.timeoutError(handling.timeout().orElse(Duration.ZERO)));
    }

    private Handling noting() {
        Handling.Body body = (claimed, hold) -> {
            try {
                return handling.body().run(claimed, hold);
            } catch (Throwable e) {
                thrown = e;
                throw e;
            }
        };
        return new Handling(body, handling.backoff(), Optional.empty(), false);
    }

    /** What the work threw. */
    public Optional<Throwable> thrown() {
        return Optional.ofNullable(thrown);
    }
}
