package io.accounts4j.benchmarks;

/** Run jobs that do nothing: one JDBC loop that claims and completes (the floor), ours, db-scheduler, JobRunr, Quartz. */
public final class JobsRun {

    private static final int JOBS = 20_000;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 3;

    private static final String FLOOR = "claim 100, complete 100, plain JDBC (floor)";
    private static final String OURS = "**accounts-jobs**";

    private JobsRun() {}

    /** Prints one table of 20,000 jobs and one of ten times as many, the latter without the slower peers. */
    public static void main(String[] arguments) {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version())
                + " · 20 at once each; ours claims up to 80 ahead, db-scheduler at best 400; a pool of 30");
        JobSystem floor = new FloorJobs(postgres);
        JobSystem ours = new OurJobs(postgres);
        QuartzJobs.createTables(postgres);
        Rounds few = new Rounds("Run %,d jobs".formatted(JOBS), postgres)
                .contestant(FLOOR, new Drain(postgres, floor, JOBS))
                .contestant(OURS, new Drain(postgres, ours, JOBS))
                .contestant(
                        "db-scheduler, lock and fetch (4, 20)",
                        new Drain(postgres, DbSchedulerJobs.atBest(postgres), JOBS))
                .contestant(
                        "db-scheduler as shipped, 2,000 jobs",
                        new Drain(postgres, DbSchedulerJobs.asShipped(postgres), JOBS / 10))
                .contestant("JobRunr, 2,000 jobs", new Drain(postgres, new JobRunrJobs(postgres), JOBS / 10))
                .contestant("Quartz, 200 jobs", new Drain(postgres, new QuartzJobs(postgres), JOBS / 100));
        Results results = few.run(WARM_UP_ROUNDS, ROUNDS);
        System.out.print(results.table());
        Results grown = new Rounds("Run %,d jobs".formatted(10 * JOBS), postgres)
                .contestant(FLOOR, new Drain(postgres, floor, 10 * JOBS))
                .contestant(OURS, new Drain(postgres, ours, 10 * JOBS))
                .run(0, 1);
        System.out.print(grown.table());
        System.out.print(grown.growthSince(results));
        System.exit(0);
    }

    /** Runs what was stored before. */
    private record Drain(Postgres postgres, JobSystem system, int operations) implements Rounds.Turn {
        @Override
        public void prepare() {
            system.clear();
            system.enqueueAll(operations);
            postgres.settle();
            Handled.reset();
        }

        @Override
        public void work() {
            system.start();
            Handled.await(operations, system);
        }

        @Override
        public void end() {
            system.stop();
            system.clear();
        }
    }
}
