package io.accounts4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** CPU time of processes as Linux counts it, in clock ticks of 10 ms. */
final class ProcessCpu {

    private static final long NANOS_PER_TICK = 10_000_000L;
    private static final Path PROC = Path.of("/proc");

    private ProcessCpu() {}

    /** User and system time of {@code pid}, its living children and theirs, and of children it has waited for. */
    static Duration ofTree(long pid) {
        long ticks = 0;
        for (Stat stat : all()) {
            if (stat.pid() == pid || descends(stat, pid)) {
                ticks += stat.ticks();
            }
        }
        return Duration.ofNanos(ticks * NANOS_PER_TICK);
    }

    /** The parent of {@code pid}. */
    static long parentOf(long pid) {
        return stat(PROC.resolve(Long.toString(pid))).parent();
    }

    private static boolean descends(Stat stat, long ancestor) {
        return ProcessHandle.of(stat.pid())
                .flatMap(ProcessHandle::parent)
                .filter(parent -> parent.pid() == ancestor)
                .isPresent();
    }

    private static List<Stat> all() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.filter(
                            entry -> entry.getFileName().toString().chars().allMatch(Character::isDigit))
                    .map(ProcessCpu::stat)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stat stat(Path process) {
        long pid = Long.parseLong(process.getFileName().toString());
        try {
            String text = Files.readString(process.resolve("stat"));
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return new Stat(pid, Long.parseLong(fields[1]), ticks);
        } catch (IOException gone) {
            return new Stat(pid, 0, 0);
        }
    }

    /** Fields 14 to 17 of proc(5): user and system time, own and of children waited for. */
    private record Stat(long pid, long parent, long ticks) {}
}
