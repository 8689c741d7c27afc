package io.accounts4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * From the call that stores a job to its beginning in another process that idles: NOTIFY, LISTEN and a claim (the floor),
 * ours over accounts-eventbus-postgres, db-scheduler, JobRunr and Quartz, each as shipped.
 */
public final class JobsLatency {

    private static final int WARM_UP = 20;
    private static final int JOBS = 100;
    private static final int GROWN_JOBS = 40;
    private static final int PEER_JOBS = 50;
    private static final int PEER_PAUSE_MILLIS = 1_000;
    private static final int SHORTEST_PAUSE_MILLIS = 150;
    private static final int LONGEST_PAUSE_MILLIS = 450;
    private static final int OTHERS = 20_000;

    private JobsLatency() {}

    /** Prints a table with the peers, and one with ten times as many other jobs in our table. */
    public static void main(String[] arguments) throws Exception {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version())
                + " · two processes, jobs %d–%d ms apart".formatted(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
        QuartzJobs.createTables(postgres);
        Latencies few = new Latencies("Enqueue to start on another node, %,d other jobs".formatted(2 * OTHERS));
        Latencies many = new Latencies("Enqueue to start on another node, %,d other jobs".formatted(20 * OTHERS));
        Postgres floorsOwn = new Postgres();
        try (RemoteJobs floor = new RemoteJobs(JobsNode.FLOOR, floorsOwn);
                RemoteJobs ours = new RemoteJobs(JobsNode.OURS, postgres)) {
            alternate(new Latencies("warm-up"), floor, ours, WARM_UP);
            crowd(floorsOwn, OTHERS);
            crowd(postgres, OTHERS);
            alternate(few, floor, ours, JOBS);
            crowd(floorsOwn, 9 * OTHERS);
            crowd(postgres, 9 * OTHERS);
            alternate(many, floor, ours, GROWN_JOBS);
        }
        peers(few, postgres);
        System.out.print(few.table() + many.table());
        System.exit(0);
    }

    private static void alternate(Latencies latencies, RemoteJobs floor, RemoteJobs ours, int jobs) {
        for (int job = 0; job < jobs; job++) {
            for (RemoteJobs next : new RemoteJobs[] {floor, ours}) {
                Pause.millis(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS) / 2);
                next.enqueue();
                next.await();
            }
        }
        floor.reportTo(latencies, "NOTIFY in the transaction, LISTEN, claim (floor)");
        ours.reportTo(latencies, "**accounts-jobs** with accounts-eventbus-postgres");
    }

    /** They poll every 10, 15 and up to 30 s, so their jobs need not wait for each other. */
    private static void peers(Latencies latencies, Postgres postgres) {
        Map<String, RemoteJobs> peers = new LinkedHashMap<>();
        peers.put("db-scheduler, poll 10 s", new RemoteJobs(JobsNode.DB_SCHEDULER, postgres));
        peers.put("JobRunr, poll 15 s", new RemoteJobs(JobsNode.JOBRUNR, postgres));
        peers.put("Quartz clustered, idle wait 30 s", new RemoteJobs(JobsNode.QUARTZ, postgres));
        for (int job = 0; job < PEER_JOBS; job++) {
            peers.values().forEach(RemoteJobs::enqueue);
            Pause.millis(ThreadLocalRandom.current().nextInt(PEER_PAUSE_MILLIS / 2, PEER_PAUSE_MILLIS * 3 / 2));
        }
        peers.forEach((name, peer) -> peer.reportTo(latencies, name));
        peers.values().forEach(RemoteJobs::close);
    }

    /** Jobs of the future and finished ones, half and half. */
    private static void crowd(Postgres postgres, int each) {
        postgres.execute("""
                insert into accounts_jobs (state, queue, kind, args, run_at, finalized_at)
                select case when later then 'scheduled' else 'completed' end, 'default', '%s', '{"number": 0}',
                       now() + interval '1 day' + (n || ' seconds')::interval, case when later then null else now() end
                from generate_series(1, %d) n, (values (true), (false)) as kinds(later)
                """.formatted(OurJobs.KIND, each));
        postgres.settle();
    }
}
