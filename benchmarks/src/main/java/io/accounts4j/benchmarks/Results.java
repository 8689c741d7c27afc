package io.accounts4j.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rounds of several contestants, and the table they make. The first contestant is the floor. */
final class Results {

    private final String title;
    private final Map<String, List<Cost>> rounds = new LinkedHashMap<>();

    Results(String title) {
        this.title = title;
    }

    void add(String contestant, Cost cost) {
        rounds.computeIfAbsent(contestant, name -> new ArrayList<>()).add(cost);
    }

    double medianCpu(String contestant) {
        return median(rounds.getOrDefault(contestant, List.of())).cpuMicros();
    }

    /** A Markdown table: medians over the rounds by CPU time, and the ratio to the floor. */
    String table() {
        StringBuilder table = new StringBuilder("\n### " + title + "\n\n")
                .append("| contestant | CPU µs (JVM + database) | min–max | × floor | wall µs |\n")
                .append("|---|---|---|---|---|\n");
        double floor = median(rounds.values().iterator().next()).cpuMicros();
        rounds.forEach((name, costs) -> table.append(row(name, costs, floor)));
        return table.toString();
    }

    /** The cost of each contestant that was in {@code smaller} too, as a multiple of its cost there. */
    String growthSince(Results smaller) {
        StringBuilder line = new StringBuilder("\nGrowth with ten times the data:");
        rounds.keySet().stream()
                .filter(smaller.rounds::containsKey)
                .forEach(name -> line.append(
                        String.format(Locale.ROOT, " %s %.2f ×;", name, medianCpu(name) / smaller.medianCpu(name))));
        return line.append('\n').toString();
    }

    private static String row(String name, List<Cost> costs, double floor) {
        Cost median = median(costs);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f (%.1f + %.1f) | %.1f–%.1f | %.2f | %.0f |%n",
                name,
                median.cpuMicros(),
                median.programMicros(),
                median.databaseMicros(),
                costs.stream().mapToDouble(Cost::cpuMicros).min().orElse(0),
                costs.stream().mapToDouble(Cost::cpuMicros).max().orElse(0),
                median.cpuMicros() / floor,
                median.wallMicros());
    }

    private static Cost median(List<Cost> costs) {
        List<Cost> sorted = costs.stream()
                .sorted(Comparator.comparingDouble(Cost::cpuMicros))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
