package io.accounts4j.benchmarks;

/** Run jobs that do nothing: one JDBC loop that claims and completes (the floor), ours, db-scheduler, JobRunr, Quartz. */
public final class JobsRun {

    private static final int JOBS = 20_000;

    private JobsRun() {}

    /** Prints one table of 20,000 jobs and one of ten times as many, the latter without the slower peers. */
    public static void main(String[] arguments) {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version()) + " · 20 at once each, a pool of 30");
        JobSystem floor = new FloorJobs(postgres);
        JobSystem ours = new OurJobs(postgres);
        JobSystem atBest = DbSchedulerJobs.atBest(postgres);
        Rounds few = new Rounds("Run %,d jobs".formatted(JOBS), postgres)
                .contestant("claim 100, complete 100, plain JDBC (floor)", new Drain(postgres, floor, JOBS))
                .contestant("**accounts-jobs**", new Drain(postgres, ours, JOBS))
                .contestant("db-scheduler, lock and fetch (4, 20)", new Drain(postgres, atBest, JOBS));
        if (arguments.length == 0) {
            QuartzJobs.createTables(postgres);
            few.contestant(
                            "db-scheduler as shipped, 2,000 jobs",
                            new Drain(postgres, DbSchedulerJobs.asShipped(postgres), JOBS / 10))
                    .contestant("JobRunr, 2,000 jobs", new Drain(postgres, new JobRunrJobs(postgres), JOBS / 10))
                    .contestant("Quartz, 400 jobs", new Drain(postgres, new QuartzJobs(postgres), JOBS / 50));
        }
        Results results = few.run(2, 3);
        System.out.print(results.table());
        Results grown = new Rounds("Run %,d jobs".formatted(10 * JOBS), postgres)
                .contestant("claim 100, complete 100, plain JDBC (floor)", new Drain(postgres, floor, 10 * JOBS))
                .contestant("**accounts-jobs**", new Drain(postgres, ours, 10 * JOBS))
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
