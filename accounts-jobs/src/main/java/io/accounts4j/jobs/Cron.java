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
 * A job by the clock: {@code Cron.of("nightly-purge", "0 4 * * *", job)}. Of all nodes that know it, one stores the job of
 * each tick, due at that tick, exactly once; so it needs no leader. A new name counts from its first start on, and so does
 * one whose expression or zone was changed. Immutable.
 *
 * <p>The expression has the five fields of {@code crontab(5)}, minute, hour, day of month, month, day of week, with names,
 * ranges, steps and lists, {@code L} for the last day of a month, or is {@code @hourly}, {@code @daily}, {@code @weekly},
 * {@code @monthly}, {@code @yearly}. Where clocks are put forward, what falls into the gap is due once, right after it; where
 * they are put back, what has a fixed hour is due the first time only, and what is due every hour goes on every hour.
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
                    "a schedule's name has 1 to " + MAX_NAME + " printable characters: " + name);
        }
        if (text.length() > MAX_EXPRESSION) {
            throw new IllegalArgumentException("a schedule has at most " + MAX_EXPRESSION + " characters: " + text);
        }
        this.name = name;
        this.text = text;
        this.expression = CronExpression.parse(text);
        this.zone = zone;
        this.catchUp = catchUp;
        this.job = job;
    }

    /**
     * Stores {@code job} at each tick of {@code expression}, by UTC. {@link IllegalArgumentException} says what is wrong with
     * the expression.
     *
     * @param name tells it from others for good, on all nodes; at most 127 characters
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

    /** The same, making up for missed ticks as given; {@link CatchUp#ONE} unless told otherwise. */
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
