package io.accounts4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Store one job: a raw INSERT in a host's transaction (the floor), ours in the same, and peers in one of their own. */
public final class JobsEnqueue {

    private static final int JOBS = 20_000;
    private static final int TOGETHER = 100;
    private static final String FLOOR = "raw INSERT in the host's transaction (floor)";
    private static final String OURS = "**accounts-jobs** in the host's transaction";

    private JobsEnqueue() {}

    /** Prints tables with 20,000 jobs waiting, and with ten times as many. */
    public static void main(String[] arguments) {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version()));
        QuartzJobs.createTables(postgres);
        FloorJobs floor = new FloorJobs(postgres);
        OurJobs ours = new OurJobs(postgres);
        Map<String, JobSystem> peers = new LinkedHashMap<>();
        peers.put("db-scheduler, own transaction", DbSchedulerJobs.asShipped(postgres));
        peers.put("JobRunr, own transaction", new JobRunrJobs(postgres));
        peers.put("Quartz, own transaction", new QuartzJobs(postgres));
        peers.values().forEach(peer -> peer.enqueueAll(JOBS / 20));

        Results few = alone(postgres, floor, ours, JOBS, peers);
        System.out.print(few.table());
        Results fewTogether = together(postgres, floor, ours, JOBS);
        System.out.print(fewTogether.table());
        Results many = alone(postgres, floor, ours, 10 * JOBS, Map.of());
        System.out.print(many.table() + many.growthSince(few));
        Results manyTogether = together(postgres, floor, ours, 10 * JOBS);
        System.out.print(manyTogether.table() + manyTogether.growthSince(fewTogether));
        System.exit(0);
    }

    private static Results alone(
            Postgres postgres, FloorJobs floor, OurJobs ours, int waiting, Map<String, JobSystem> peers) {
        fill(postgres, floor, waiting);
        InProcess one = new InProcess("Enqueue one job, %,d waiting".formatted(waiting), postgres);
        one.contestant(FLOOR, counting(floor));
        one.contestant(OURS, counting(ours));
        peers.forEach((name, peer) -> one.contestant(name, counting(peer)));
        return one.run();
    }

    private static Results together(Postgres postgres, FloorJobs floor, OurJobs ours, int waiting) {
        fill(postgres, floor, waiting);
        InProcess hundred = new InProcess(
                "Enqueue %d jobs one by one in one transaction, %,d waiting".formatted(TOGETHER, waiting), postgres);
        hundred.contestant(FLOOR, () -> floor.enqueueTogether(TOGETHER));
        hundred.contestant(OURS, () -> ours.enqueueTogether(TOGETHER));
        return hundred.run();
    }

    private static Runnable counting(JobSystem system) {
        AtomicInteger number = new AtomicInteger();
        return () -> system.enqueue(number.incrementAndGet());
    }

    private static void fill(Postgres postgres, FloorJobs floor, int count) {
        floor.clear();
        floor.enqueueAll(count);
        postgres.settle();
    }
}
