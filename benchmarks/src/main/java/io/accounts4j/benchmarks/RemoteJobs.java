package io.accounts4j.benchmarks;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Jobs that this process stores and another one runs; both read the same clock. */
final class RemoteJobs implements AutoCloseable {

    private final JobSystem here;
    private final ServerProcess there;
    private final Map<Integer, Long> stored = new ConcurrentHashMap<>();
    private final Map<Integer, Long> started = new ConcurrentHashMap<>();
    private int last;

    RemoteJobs(String system, Postgres postgres) {
        this.here = JobsNode.system(system, postgres);
        this.there = Servers.jobs(system, postgres, this::hear);
    }

    /** Stores the next job. */
    void enqueue() {
        last++;
        stored.put(last, System.nanoTime());
        here.enqueue(last);
    }

    /** Waits until all have begun. */
    void await() {
        while (started.size() < last) {
            Pause.millis(1);
        }
    }

    /** From the call that stores to the beginning of the work, of all jobs so far, which are forgotten. */
    void reportTo(Latencies latencies, String name) {
        await();
        started.forEach((n, at) -> latencies.add(name, (at - stored.getOrDefault(n, at)) / 1e6));
        started.clear();
        stored.clear();
        last = 0;
    }

    @Override
    public void close() {
        there.close();
        here.stop();
    }

    private void hear(String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[0].equals("STARTED")) {
            started.put(Integer.parseInt(words[1]), Long.parseLong(words[2]));
        }
    }
}
