package io.accounts4j.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** db-scheduler with 20 threads. It keeps no history: a task that ran is deleted. */
final class DbSchedulerJobs implements JobSystem {

    /** As its documentation has it. */
    private static final String TABLE = """
            create table if not exists scheduled_tasks (
              task_name text not null,
              task_instance text not null,
              task_data bytea,
              execution_time timestamptz not null,
              picked boolean not null,
              picked_by text,
              last_success timestamptz,
              last_failure timestamptz,
              consecutive_failures int,
              last_heartbeat timestamptz,
              version bigint not null,
              priority smallint,
              primary key (task_name, task_instance)
            );
            create index if not exists execution_time_idx on scheduled_tasks (execution_time);
            create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create index if not exists priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc)
            """;

    private static final int THREADS = 20;

    private final Postgres postgres;
    private final Task<String> task;
    private final SchedulerClient client;
    private final UnaryOperator<SchedulerBuilder> settings;
    private @Nullable Scheduler scheduler;

    private DbSchedulerJobs(Postgres postgres, UnaryOperator<SchedulerBuilder> settings) {
        this.postgres = postgres;
        this.settings = settings;
        this.task = Tasks.oneTime("nothing", String.class)
                .execute((instance, context) -> Handled.one(Integer.parseInt(instance.getData())));
        postgres.execute(TABLE);
        this.client =
                SchedulerClient.Builder.create(postgres.dataSource(), task).build();
    }

    /** As shipped: a poll every 10 s that fetches, and a lock taken at each execution. */
    static DbSchedulerJobs asShipped(Postgres postgres) {
        return new DbSchedulerJobs(postgres, builder -> builder);
    }

    /** The most that its documentation knows of for throughput. */
    static DbSchedulerJobs atBest(Postgres postgres) {
        return new DbSchedulerJobs(postgres, builder -> builder.pollUsingLockAndFetch(4.0, 20.0));
    }

    @Override
    public void enqueue(int n) {
        client.scheduleIfNotExists(instance(n), Instant.now());
    }

    @Override
    public void enqueueAll(int count) {
        client.scheduleBatch(IntStream.range(0, count).mapToObj(this::instance), Instant.now());
    }

    @Override
    public void start() {
        Scheduler started = settings.apply(
                        Scheduler.create(postgres.dataSource(), task).threads(THREADS))
                .build();
        started.start();
        scheduler = started;
    }

    @Override
    public boolean isDone() {
        return postgres.holds("select not exists (select 1 from scheduled_tasks)");
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    @Override
    public void clear() {
        postgres.execute("truncate scheduled_tasks");
    }

    private TaskInstance<?> instance(int n) {
        return task.instance(UUID.randomUUID().toString(), Integer.toString(n));
    }
}
