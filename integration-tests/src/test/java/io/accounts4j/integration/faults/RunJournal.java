package io.accounts4j.integration.faults;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jobs that a process ran, in a file that is only ever added to. A line is one write, so that what was begun is known whatever
 * becomes of the process.
 */
final class RunJournal {

    /** Not a channel, which an interrupt would close. */
    private final OutputStream file;

    private RunJournal(OutputStream file) {
        this.file = file;
    }

    static RunJournal in(Path path) {
        try {
            return new RunJournal(new FileOutputStream(path.toFile(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A handler begins. */
    synchronized void add(String key, int attempt) {
        String line = key + " " + attempt + " " + System.currentTimeMillis() + "\n";
        try {
            file.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the file of {@code node} so far. */
    static List<Run> read(Path path, String node) {
        try (Stream<String> lines = Files.exists(path) ? Files.lines(path) : Stream.empty()) {
            return lines.map(line -> line.split(" "))
                    .filter(fields -> fields.length == 3)
                    .map(fields -> new Run(fields[0], Integer.parseInt(fields[1]), Long.parseLong(fields[2]), node))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
