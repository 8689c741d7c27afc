package io.accounts4j.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.eventbus.PostgresEventBus;
import java.io.IOException;

/** A node that runs jobs, and says of each when it began. */
public final class JobsNode {

    static final String FLOOR = "floor";
    static final String OURS = "ours";
    static final String DB_SCHEDULER = "db-scheduler";
    static final String JOBRUNR = "jobrunr";
    static final String QUARTZ = "quartz";

    private JobsNode() {}

    /** Starts the system that is named, says READY, and ends with the process that reads its output. */
    public static void main(String[] arguments) throws IOException {
        HikariDataSource pool = Pool.ofEnvironment();
        Handled.tell(n -> System.out.println("STARTED " + n + " " + System.nanoTime()));
        system(arguments[0], Postgres.at(pool)).start();
        System.out.println("READY 0");
        while (System.in.read() >= 0) {
            // Nobody writes; it ends when the other process does.
        }
        System.exit(0);
    }

    /** At its shipped settings. */
    static JobSystem system(String name, Postgres postgres) {
        return switch (name) {
            case FLOOR -> new NotifiedJobs(postgres);
            case OURS -> new OurJobs(postgres, PostgresEventBus.over(postgres.dataSource()));
            case DB_SCHEDULER -> DbSchedulerJobs.asShipped(postgres);
            case JOBRUNR -> new JobRunrJobs(postgres);
            case QUARTZ -> new QuartzJobs(postgres);
            default -> throw new IllegalArgumentException("no system is called " + name);
        };
    }
}
