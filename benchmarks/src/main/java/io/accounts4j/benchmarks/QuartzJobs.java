package io.accounts4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz, clustered, 20 threads that acquire up to 20 triggers at once. It keeps no history. */
final class QuartzJobs implements JobSystem {

    private static final int THREADS = 20;

    private final Postgres postgres;
    private Scheduler scheduler;
    private int started;

    QuartzJobs(Postgres postgres) {
        this.postgres = postgres;
        DBConnectionManager.getInstance().addConnectionProvider("jobs", new Connections(postgres.dataSource()));
        this.scheduler = create();
    }

    /** Makes its tables anew. */
    static void createTables(Postgres postgres) {
        postgres.execute(resource("/org/quartz/impl/jdbcjobstore/tables_postgres.sql"));
    }

    @Override
    public void enqueue(int n) {
        attempt(() -> scheduler.scheduleJob(
                detail(n), TriggerBuilder.newTrigger().startNow().build()));
    }

    @Override
    public void enqueueAll(int count) {
        Map<JobDetail, Set<? extends Trigger>> jobs = new HashMap<>();
        for (int n = 0; n < count; n++) {
            jobs.put(detail(n), Set.of(TriggerBuilder.newTrigger().startNow().build()));
        }
        attempt(() -> scheduler.scheduleJobs(jobs, false));
    }

    @Override
    public void start() {
        attempt(scheduler::start);
    }

    @Override
    public boolean isDone() {
        return postgres.holds("select not exists (select 1 from qrtz_triggers)"
                + " and not exists (select 1 from qrtz_fired_triggers)");
    }

    /** One that was shut down does not start again. */
    @Override
    public void stop() {
        attempt(() -> scheduler.shutdown(true));
        scheduler = create();
    }

    @Override
    public void clear() {
        attempt(scheduler::clear);
    }

    private JobDetail detail(int n) {
        return JobBuilder.newJob(Nothing.class)
                .usingJobData("order", Integer.toString(n))
                .build();
    }

    private Scheduler create() {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "peer");
        properties.setProperty(
                "org.quartz.scheduler.instanceId",
                "pid " + ProcessHandle.current().pid() + " " + started++);
        properties.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(THREADS));
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        properties.setProperty("org.quartz.jobStore.dataSource", "jobs");
        try {
            return new StdSchedulerFactory(properties).getScheduler();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream sql = Objects.requireNonNull(Scheduler.class.getResourceAsStream(name))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work that Quartz may refuse. */
    private interface Step {
        void run() throws SchedulerException;
    }

    /** Does nothing. */
    public static final class Nothing implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            Handled.one(Integer.parseInt(context.getMergedJobDataMap().getString("order")));
        }
    }

    /** Quartz's way to a pool that is there. */
    private record Connections(DataSource dataSource) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return dataSource.getConnection();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }
}
