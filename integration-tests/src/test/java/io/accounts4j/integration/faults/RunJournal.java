package io.accounts4j.integration.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process ran, in a file that is only ever added to. A line is one write, so that what was begun is known whatever
 * becomes of the process.
 */
final class RunJournal {

    private final FileChannel file;

    private RunJournal(FileChannel file) {
        this.file = file;
    }

    static RunJournal in(Path path) {
        try {
            return new RunJournal(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A handler begins. */
    synchronized void add(String key, int attempt) {
        String line = key + " " + attempt + " " + System.currentTimeMillis() + "\n";
        try {
            int unused = file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in the file of {@code node} so far. */
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
