package io.accounts4j.benchmarks;

/** Store 20,000 jobs at once: one INSERT from unnest (the floor), ours, db-scheduler, JobRunr, Quartz. */
public final class JobsBulk {

    private static final int JOBS = 20_000;
    private static final String FLOOR = "INSERT from unnest (floor)";
    private static final String OURS = "**accounts-jobs**";
    private static final String DB_SCHEDULER = "db-scheduler, scheduleBatch";

    private JobsBulk() {}

    /** Prints one table of 20,000 jobs and one of ten times as many, the latter without the slower peers. */
    public static void main(String[] arguments) {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version()));
        QuartzJobs.createTables(postgres);
        JobSystem floor = new FloorJobs(postgres);
        JobSystem ours = new OurJobs(postgres);
        JobSystem dbScheduler = DbSchedulerJobs.asShipped(postgres);
        Results few = new Rounds("Enqueue %,d jobs at once, per job".formatted(JOBS), postgres)
                .contestant(FLOOR, new Fill(postgres, floor, JOBS, 5))
                .contestant(OURS, new Fill(postgres, ours, JOBS, 5))
                .contestant(DB_SCHEDULER, new Fill(postgres, dbScheduler, JOBS, 2))
                .contestant("JobRunr, enqueue(Stream)", new Fill(postgres, new JobRunrJobs(postgres), JOBS, 1))
                .contestant("Quartz, scheduleJobs, 1,000", new Fill(postgres, new QuartzJobs(postgres), JOBS / 20, 1))
                .run(3, 5);
        System.out.print(few.table());
        Results many = new Rounds("Enqueue %,d jobs at once, per job".formatted(10 * JOBS), postgres)
                .contestant(FLOOR, new Fill(postgres, floor, 10 * JOBS, 1))
                .contestant(OURS, new Fill(postgres, ours, 10 * JOBS, 1))
                .contestant(DB_SCHEDULER, new Fill(postgres, dbScheduler, 10 * JOBS, 1))
                .run(0, 1);
        System.out.print(many.table() + many.growthSince(few));
        System.exit(0);
    }

    /** Stores them, a number of times, where none were before. */
    private record Fill(Postgres postgres, JobSystem system, int jobs, int times) implements Rounds.Turn {
        @Override
        public void prepare() {
            system.clear();
            postgres.settle();
        }

        @Override
        public void work() {
            for (int time = 0; time < times; time++) {
                system.enqueueAll(jobs);
            }
        }

        @Override
        public int operations() {
            return jobs * times;
        }

        @Override
        public void end() {
            system.clear();
        }
    }
}
