package io.accounts4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.job.AnnouncingJobQueue;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.NewJob;
import io.accounts4j.testkit.contract.JobQueueContract;
import io.accounts4j.testkit.contract.StoreAndQueue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnouncingJobQueueTest implements JobQueueContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InProcessEventBus bus = new InProcessEventBus();
    private final JobQueue jobs =
            AnnouncingJobQueue.over(new InMemoryJobs(store, Clock.systemUTC()), store.transactions(), bus);

    @Override
    public StoreAndQueue emptyStoreAndQueue() {
        return new StoreAndQueue(store, jobs);
    }

    @Test
    void aJobIsAnnouncedOnceItsTransactionHasCommitted() {
        List<Signal> heard = new ArrayList<>();
        var unused = bus.subscribe(Signal.JOBS, heard::add);
        NewJob job = NewJob.of("test.job", Map.of(), JobOptions.queue("mailers"));

        store.transactions().inTransaction(() -> {
            jobs.enqueue(job);
            assertThat(heard).as("before the commit").isEmpty();
            return job;
        });

        assertThat(heard).containsExactly(new Signal(Signal.JOBS, "mailers"));
    }

    @Test
    void aQueueThatAnnouncesOnTheBusIsNotWrappedAgain() {
        assertThat(AnnouncingJobQueue.over(jobs, store.transactions(), bus)).isSameAs(jobs);
        assertThat(AnnouncingJobQueue.over(jobs, store.transactions(), new InProcessEventBus()))
                .isNotSameAs(jobs);
    }
}
