package io.accounts4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** Contestants in this JVM that do a piece of work each, in turn, round after round; what prepares it is not measured. */
final class Rounds {

    private final OperatingSystemMXBean self = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<String, Turn> contestants = new LinkedHashMap<>();
    private final String title;
    private final Postgres postgres;

    Rounds(String title, Postgres postgres) {
        this.title = title;
        this.postgres = postgres;
    }

    /** One contestant's piece of work. */
    interface Turn {

        void prepare();

        /** Is measured. */
        void work();

        void end();

        /** How many operations the work is. */
        int operations();
    }

    Rounds contestant(String name, Turn turn) {
        contestants.put(name, turn);
        return this;
    }

    Results run(int warmUpRounds, int rounds) {
        Results results = new Results(title);
        for (int round = 0; round < warmUpRounds + rounds; round++) {
            boolean counts = round >= warmUpRounds;
            contestants.forEach((name, turn) -> {
                Cost cost = measure(turn);
                if (counts) {
                    results.add(name, cost);
                }
                System.err.printf("%s: %s %.1f µs%n", title, name, cost.cpuMicros());
            });
            System.err.printf("%s: round %d of %d%n", title, round + 1, warmUpRounds + rounds);
        }
        return results;
    }

    private Cost measure(Turn turn) {
        turn.prepare();
        System.gc();
        long database = postgres.cpu().toNanos();
        long program = self.getProcessCpuTime();
        long began = System.nanoTime();
        turn.work();
        long wall = System.nanoTime() - began;
        long programUsed = self.getProcessCpuTime() - program;
        long databaseUsed = postgres.cpu().toNanos() - database;
        turn.end();
        double each = 1000.0 * turn.operations();
        return new Cost(programUsed / each, databaseUsed / each, wall / each);
    }
}
