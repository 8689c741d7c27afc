package io.accounts4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Contestants in this JVM, in turn, round after round, so that a slow moment of the machine hits all of them. */
final class InProcess {

    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final OperatingSystemMXBean self = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<String, Runnable> contestants = new LinkedHashMap<>();
    private final String title;
    private final Postgres postgres;

    InProcess(String title, Postgres postgres) {
        this.title = title;
        this.postgres = postgres;
    }

    void contestant(String name, Runnable operation) {
        contestants.put(name, operation);
    }

    Results run() {
        Results results = new Results(title);
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            boolean counts = round >= WARM_UP_ROUNDS;
            contestants.forEach((name, operation) -> {
                Cost cost = measure(operation);
                if (counts) {
                    results.add(name, cost);
                }
            });
            System.err.printf("%s: round %d of %d%n", title, round + 1, WARM_UP_ROUNDS + ROUNDS);
        }
        return results;
    }

    private Cost measure(Runnable operation) {
        System.gc();
        long database = postgres.cpu().toNanos();
        long program = self.getProcessCpuTime();
        long began = System.nanoTime();
        long operations = 0;
        while (System.nanoTime() - began < ROUND.toNanos()) {
            operation.run();
            operations++;
        }
        long wall = System.nanoTime() - began;
        return new Cost(
                (self.getProcessCpuTime() - program) / 1000.0 / operations,
                (postgres.cpu().toNanos() - database) / 1000.0 / operations,
                wall / 1000.0 / operations);
    }
}
