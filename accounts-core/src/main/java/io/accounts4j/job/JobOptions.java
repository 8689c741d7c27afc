package io.accounts4j.job;

import io.accounts4j.kernel.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a job is run.
 *
 * @param queue the queue it waits in, at most 127 characters
 * @param maxAttempts how often it is tried before it is given up, 1 or more
 * @param priority 0 (first) to 9
 * @param delay how long it waits at least, by the store's clock
 * @param tags words by which operators find it: at most 8, each 1 to 64 printable characters without quotes,
 *     backslashes and commas; sorted, and stored readable
 */
public record JobOptions(String queue, int maxAttempts, int priority, Duration delay, Set<String> tags) {

    private static final int MAX_QUEUE = 127;

    /** Refuses what no queue could store. */
    public JobOptions {
        if (Text.isBlank(queue) || !Text.isPlain(queue) || queue.length() > MAX_QUEUE) {
            throw new IllegalArgumentException(
                    "a queue name has 1 to " + MAX_QUEUE + " printable characters: " + queue);
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("a job is tried at least once, not " + maxAttempts + " times");
        }
        if (priority < 0 || priority > 9) {
            throw new IllegalArgumentException("a priority is 0 to 9, not " + priority);
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative: " + delay);
        }
        tags = Tags.checked(tags);
    }

    /** Without tags. */
    public JobOptions(String queue, int maxAttempts, int priority, Duration delay) {
        this(queue, maxAttempts, priority, delay, Set.of());
    }

    /** In {@code queue}, up to 20 attempts, priority 0, at once. */
    public static JobOptions queue(String queue) {
        return new JobOptions(queue, 20, 0, Duration.ZERO);
    }

    /** The same with another bound on attempts. */
    public JobOptions maxAttempts(int bound) {
        return new JobOptions(queue, bound, priority, delay, tags);
    }

    /** The same with another priority. */
    public JobOptions priority(int changed) {
        return new JobOptions(queue, maxAttempts, changed, delay, tags);
    }

    /** The same, not before {@code wait} has passed. */
    public JobOptions scheduleIn(Duration wait) {
        return new JobOptions(queue, maxAttempts, priority, wait, tags);
    }

    /** The same with these tags in addition to its own. */
    public JobOptions tags(String... more) {
        Set<String> all = new TreeSet<>(tags);
        all.addAll(Arrays.asList(more));
        return new JobOptions(queue, maxAttempts, priority, delay, all);
    }
}
