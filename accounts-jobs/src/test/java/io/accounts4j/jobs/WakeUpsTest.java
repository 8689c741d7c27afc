package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.Accounts;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.InMemoryStore;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The signals of a queue on the bus. */
class WakeUpsTest {

    record Number(long number) {}

    private static final Worker<Number> NUMBERS = Worker.of("test.number", Number.class);

    private final HostTransactions transactions =
            new HostTransactions(JobsDatabase.empty(TestDatabase.H2).dataSource());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final InProcessEventBus bus = new InProcessEventBus();
    private final JdbcJobQueue jobs =
            JdbcJobQueue.on(transactions::withConnection).wakeUps(transactions, bus);

    @BeforeEach
    void listen() {
        bus.subscribe(Signal.JOBS, signal -> heard.add(signal.key()));
    }

    @Test
    void engines_are_told_of_each_queue_once_the_transaction_is_committed() throws InterruptedException {
        transactions.inTransaction(() -> {
            jobs.enqueueAll(List.of(
                    NUMBERS.job(new Number(1)),
                    NUMBERS.job(new Number(2)),
                    NUMBERS.job(new Number(3)).queue("other")));
            assertThat(heard).isEmpty();
            return jobs;
        });
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("default");
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("other");
        assertThat(heard).isEmpty();
    }

    @Test
    void accounts_does_not_announce_again_what_its_queue_announces() throws InterruptedException {
        Accounts accounts = Accounts.builder()
                .store(new HostStore(transactions, new InMemoryStore()))
                .jobs(jobs)
                .eventBus(bus)
                .mailer(mail -> {})
                .publicUrl(URI.create("https://app.example.org"))
                .build();

        transactions.inTransaction(new Fixtures(accounts)::user);
        bus.publish(new Signal(Signal.JOBS, "last"));

        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("mailers");
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("last");
    }
}
