package io.accounts4j.jobs.node;

import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt on the calling thread, as a node makes it but for its timeout. For tests. */
public final class ManualRun {

    private final ClaimedJob job;
    private final Handling handling;
    private @Nullable Throwable thrown;

    /** At a job that is claimed. */
    public ManualRun(ClaimedJob job, Handling handling) {
        this.job = job;
        this.handling = handling;
    }

    /** Works and writes what came of it. */
    public Outcome run(Database database) throws SQLException {
        Run run = new Run(job, database::complete);
        if (!run.begin()) {
            throw new IllegalStateException("nobody else knows of this run, so nobody gave it up");
        }
        Ending ending = new Attempt(job, noting()).make(run);
        if (run.end()) {
            List<Settlement> settlement = List.of(ending.settlement());
            var unused = database.transact((connection, tables) -> tables.jobs().settle(connection, settlement));
        }
        return ending.outcome();
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
