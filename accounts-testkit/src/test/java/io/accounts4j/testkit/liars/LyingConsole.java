package io.accounts4j.testkit.liars;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobState;
import io.accounts4j.job.JobSummary;
import io.accounts4j.testkit.InMemoryJobConsole;
import io.accounts4j.testkit.InMemoryJobs;
import io.accounts4j.testkit.InMemoryStore;
import io.accounts4j.testkit.SettableClock;
import io.accounts4j.testkit.contract.ConsoleFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A queue in memory with a console that may lie. */
record LyingConsole(InMemoryJobs queue, JobConsole console) implements ConsoleFixture.QueueAndConsole {

    /** An honest console, changed by {@code lie}. */
    static LyingConsole with(UnaryOperator<JobConsole> lie) {
        InMemoryJobs jobs =
                new InMemoryJobs(new InMemoryStore(), SettableClock.at(Instant.parse("2026-01-15T10:30:00.123456Z")));
        return new LyingConsole(jobs, lie.apply(new InMemoryJobConsole(jobs)));
    }

    /** A console that lies in one method. */
    static LyingConsole in(String method, Lies lies) {
        return with(honest -> Lie.in(JobConsole.class, method, honest, arguments -> lies.answer(honest, arguments)));
    }

    /** A console that lies about single jobs. */
    static LyingConsole showing(UnaryOperator<JobDetail> shown) {
        return in(
                "find", (honest, arguments) -> honest.find((JobId) arguments[0]).map(shown));
    }

    /** A console that lies about one job in one method, unless the answer is empty. */
    static LyingConsole about(String method, LiesAboutOne lies) {
        return in(method, (honest, arguments) -> {
            JobId id = (JobId) arguments[0];
            Optional<Boolean> lie = lies.answer(honest, id);
            return lie.isPresent()
                    ? lie.get()
                    : JobConsole.class.getMethod(method, JobId.class).invoke(honest, id);
        });
    }

    static boolean isIn(JobState state, JobConsole honest, JobId id) {
        return honest.find(id).map(JobDetail::summary).map(JobSummary::state).stream()
                .anyMatch(state::equals);
    }

    /** Answers so about jobs in that state, and honestly about others. */
    static LiesAboutOne in(JobState state, boolean answer) {
        return (honest, id) -> isIn(state, honest, id) ? Optional.of(answer) : Optional.empty();
    }

    @Override
    public void run(JobHandler handler) {
        queue.drain(List.of(handler));
    }

    /** The result of a lying method. */
    interface Lies {
        Object answer(JobConsole honest, Object[] arguments) throws Exception;
    }

    /** The result of a lying method for one job. */
    interface LiesAboutOne {
        Optional<Boolean> answer(JobConsole honest, JobId id);
    }
}
