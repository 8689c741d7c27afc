package io.accounts4j.jobs;

import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.enqueue.JobSpec;
import io.accounts4j.jobs.schedule.CronExpression;
import io.accounts4j.jobs.schedule.Schedule;
import io.accounts4j.jobs.schedule.Schedules;
import io.accounts4j.jobs.sql.NewRow;
import io.accounts4j.kernel.Text;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A job by the clock: {@code Cron.of("nightly-purge", "0 4 * * *", job)}. Exactly one of the nodes that have it stores the
 * job of each tick, due at that tick, without a leader. A new name counts from its first start, a changed expression or zone
 * from the change. Immutable.
 *
 * <p>The expression has the five fields of {@code crontab(5)}, minute, hour, day of month, month, day of week, with names,
 * ranges, steps and lists, {@code L} for the last day of a month, or is {@code @hourly}, {@code @daily}, {@code @weekly},
 * {@code @monthly}, {@code @yearly}. When clocks are put forward, ticks in the gap are due once, right after the gap. When
 * they are put back, a fixed hour is due in the first pass only, and an hourly schedule stays hourly.
 */
public final class Cron {

    private static final int MAX_NAME = 127;
    private static final int MAX_EXPRESSION = 150;

    private final String name;
    private final String text;
    private final CronExpression expression;
    private final ZoneId zone;
    private final CatchUp catchUp;
    private final JobSpec job;

    private Cron(String name, String text, ZoneId zone, CatchUp catchUp, JobSpec job) {
        if (Text.isBlank(name) || !Text.isPlain(name) || Text.length(name) > MAX_NAME) {
            throw new IllegalArgumentException(
                    "schedule name must have 1 to " + MAX_NAME + " printable characters, got " + name);
        }
        if (text.length() > MAX_EXPRESSION) {
            throw new IllegalArgumentException(
                    "schedule must have at most " + MAX_EXPRESSION + " characters, got " + text);
        }
        this.name = name;
        this.text = text;
        this.expression = CronExpression.parse(text);
        this.zone = zone;
        this.catchUp = catchUp;
        this.job = job;
    }

    /**
     * Stores {@code job} at each tick of {@code expression}, by UTC. {@link IllegalArgumentException} for an invalid
     * expression, naming the fault.
     *
     * @param name of the schedule, the same on all nodes for good; at most 127 characters
     */
    public static Cron of(String name, String expression, Job job) {
        return new Cron(name, expression, ZoneOffset.UTC, CatchUp.ONE, job.spec());
    }

    /** The same for a job without a {@link Worker}. */
    public static Cron of(String name, String expression, NewJob job) {
        return new Cron(name, expression, ZoneOffset.UTC, CatchUp.ONE, JdbcJobQueue.spec(job));
    }

    /** The same by the clocks of {@code region}. */
    public Cron zone(ZoneId region) {
        return new Cron(name, text, region, catchUp, job);
    }

    /** The same with that treatment of missed ticks. Default: {@link CatchUp#ONE}. */
    public Cron catchUp(CatchUp policy) {
        return new Cron(name, text, zone, policy, job);
    }

    String name() {
        return name;
    }

    /** The queue in which its jobs wait. */
    String queueName() {
        return job.options().queue();
    }

    /** For an engine with that cipher. */
    Schedules.Line line(Optional<JobCipher> cipher) {
        NewRow made = job.row(cipher.map(JobCipher::cipher));
        Schedule schedule =
                new Schedule(text + " " + zone.getId(), expression, zone, catchUp.skipsMissed(), catchUp.most());
        return new Schedules.Line(schedule, made::dueAt);
    }
}
