package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The state of a handler's thread after a job that changed it. */
@OnDatabases(TestDatabase.H2)
class CleanThreadsTest extends NodeFixture {

    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /** Without the thread itself: a virtual one runs one job, a platform one is known by its name. */
    private record Seen(String name, int priority, ClassLoader loader, boolean interrupted, String context) {

        static Seen now() {
            Thread thread = Thread.currentThread();
            return new Seen(
                    thread.getName(),
                    thread.getPriority(),
                    thread.getContextClassLoader(),
                    thread.isInterrupted(),
                    String.valueOf(MDC.get("tenant")));
        }
    }

    @Test
    void threadOfAHandlerComesBackClean() {
        enqueue("first");
        enqueue("second");
        start(
                1,
                handling((job, hold) -> {
                    seen.add(Seen.now());
                    spoil();
                    return JobResult.complete();
                }),
                event -> Thread.currentThread().interrupt());
        await().atMost(SOON).until(() -> seen.size() == 2);
        assertThat(seen.get(1)).isEqualTo(seen.get(0));
    }

    private static void spoil() {
        Thread thread = Thread.currentThread();
        thread.setName("spoilt");
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setContextClassLoader(new URLClassLoader(new URL[0]));
        MDC.put("tenant", "acme");
        thread.interrupt();
    }
}
