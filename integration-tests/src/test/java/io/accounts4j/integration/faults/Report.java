package io.accounts4j.integration.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Says what a fault did: on the console, and as a row of a table in {@code target/faults.md}. */
final class Report {

    private static final Path FILE = Path.of("target", "faults.md");

    private Report() {}

    /** With how often the fault was caused and survived, for the 95 % upper bound on the rate of an outcome never seen. */
    static void survived(String fault, int times, String counts) {
        String bound = String.format(Locale.ROOT, "%.3f", 3.0 / times);
        System.out.printf("[faults] %s: seed %d, %s; 95 %% bound %s%n", fault, Rounds.SEED, counts, bound);
        write("| " + fault + " | " + LocalDate.now(ZoneOffset.UTC) + ", JDK "
                + Runtime.version().feature() + " | " + counts + " | " + bound + " |\n");
    }

    /** Milliseconds as the seconds that a reader of the report wants. */
    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static synchronized void write(String row) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
