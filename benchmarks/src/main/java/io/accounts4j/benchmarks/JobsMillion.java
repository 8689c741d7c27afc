package io.accounts4j.benchmarks;

import java.util.Locale;

/** Runs a million stored jobs that do nothing, and shows the rate of each tenth: the statistics of the table change meanwhile. */
public final class JobsMillion {

    private static final int JOBS = 1_000_000;
    private static final int STORED_TOGETHER = 20_000;
    private static final int TENTH = JOBS / 10;

    private JobsMillion() {}

    /** Prints the time to store the jobs, the rate of each tenth, and the last rate as a share of the first. */
    public static void main(String[] arguments) {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version())
                + " · 20 at once, shipped defaults, autovacuum as PostgreSQL ships it");
        OurJobs ours = new OurJobs(postgres);
        long began = System.nanoTime();
        for (int stored = 0; stored < JOBS; stored += STORED_TOGETHER) {
            ours.enqueueAll(STORED_TOGETHER);
        }
        double storing = secondsSince(began);
        System.out.print("\n### Run 1,000,000 jobs\n\n| jobs | seconds | jobs/s |\n|---|---|---|\n");
        row("stored", storing, JOBS);
        postgres.settle();
        Handled.reset();
        ours.start();
        double first = tenth(1);
        double last = first;
        for (int part = 2; part <= 10; part++) {
            last = tenth(part);
        }
        System.out.printf(Locale.ROOT, "%nThe rate at the end is %.2f × the rate at the start.%n", first / last);
        Handled.await(JOBS, ours);
        ours.stop();
        System.exit(0);
    }

    private static double tenth(int part) {
        long began = System.nanoTime();
        Handled.await(part * TENTH);
        double seconds = secondsSince(began);
        row(String.format(Locale.ROOT, "run, %,d to %,d", (part - 1) * TENTH, part * TENTH), seconds, TENTH);
        return seconds;
    }

    private static void row(String name, double seconds, int jobs) {
        System.out.printf(Locale.ROOT, "| %s | %.1f | %,.0f |%n", name, seconds, jobs / seconds);
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
