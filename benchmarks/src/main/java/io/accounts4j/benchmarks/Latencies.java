package io.accounts4j.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long things took, and the table they make. The first contestant is the floor. */
final class Latencies {

    private final String title;
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    Latencies(String title) {
        this.title = title;
    }

    void add(String contestant, double took) {
        millis.computeIfAbsent(contestant, name -> new ArrayList<>()).add(took);
    }

    /** A Markdown table of minimum, median and 99th percentile, the last two as a ratio to the floor too. */
    String table() {
        StringBuilder table = new StringBuilder("\n### " + title + "\n\n")
                .append("| contestant | n | min ms | p50 ms | p99 ms | p50 × floor | p99 × floor |\n")
                .append("|---|---|---|---|---|---|---|\n");
        List<Double> floor = millis.values().iterator().next();
        millis.forEach((name, took) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.2f | %.2f |%n",
                name,
                took.size(),
                percentile(took, 0),
                percentile(took, 50),
                percentile(took, 99),
                percentile(took, 50) / percentile(floor, 50),
                percentile(took, 99) / percentile(floor, 99))));
        return table.toString();
    }

    private static double percentile(List<Double> took, int percent) {
        List<Double> sorted = new ArrayList<>(took);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
