package io.accounts4j.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine and the time at which figures were taken. */
final class Machine {

    private Machine() {}

    static String describe(String database) {
        return "%s · %d processors, load %.1f · %s %s · %s"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        database);
    }
}
