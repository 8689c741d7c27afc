package io.accounts4j.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.job.JobId;
import io.accounts4j.jobs.node.Claim;
import io.accounts4j.jobs.sql.ClaimedJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The attempt at a job that this node holds. */
record ClaimedContext(ClaimedJob job, Claim claim) implements JobContext {

    @Override
    public JobId id() {
        return new JobId(job.id());
    }

    @Override
    public int attempt() {
        return job.attempts().made();
    }

    @Override
    public int maxAttempts() {
        return job.attempts().allowed();
    }

    @Override
    public Instant due() {
        return job.due();
    }

    @Override
    public Optional<Instant> tick() {
        return job.tick();
    }

    @Override
    public String queue() {
        return job.queue();
    }

    @Override
    public String idempotencyKey() {
        String name = job.kind().name() + '/' + job.id();
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    @Override
    public boolean isWanted() {
        return claim.isWanted();
    }

    @Override
    public void completeIn(Connection connection) {
        try {
            if (!claim.completeIn(connection)) {
                throw new LeaseLostException(job.kind().name(), job.id());
            }
        } catch (SQLException e) {
            throw SqlErrors.toStoreException("a job was not completed", e);
        }
    }
}
