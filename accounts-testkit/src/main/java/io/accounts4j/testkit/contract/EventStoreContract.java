package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.AccountEvent;
import io.accounts4j.event.AccountEvent.SignInFailed;
import io.accounts4j.event.AccountEvent.UserRegistered;
import io.accounts4j.event.AccountEvent.UserUpdated;
import io.accounts4j.event.Caller;
import io.accounts4j.event.Client;
import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.EventStore;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract of {@link EventStore}. */
public interface EventStoreContract extends StoreFixture {

    @Test
    default void anEventComesBackAsWritten() {
        EventStore events = emptyStore().events();
        UserId user = UserId.next(Samples.NOW);
        UserId actor = UserId.next(Samples.NOW);
        Client client = new Client(Optional.of("192.0.2.7"), Optional.of("Test/1.0 👋"));
        Caller caller = new Caller(Optional.of(actor), client, Optional.of("r".repeat(64)));

        events.append(new UserUpdated(user, new TreeSet<>(List.of("name", "email"))), caller, Samples.NOW);

        assertThat(events.read(EventPosition.start(), 10).events())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("user.updated");
                    assertThat(event.subject()).contains(user);
                    assertThat(event.detail()).isEqualTo("email,name");
                    assertThat(event.caller()).isEqualTo(caller);
                    assertThat(event.at()).isEqualTo(Samples.NOW);
                });
    }

    @Test
    default void anEventWithoutSubjectAndCallerComesBackToo() {
        EventStore events = emptyStore().events();

        events.append(new SignInFailed(Optional.empty()), Caller.host(), Samples.NOW);

        assertThat(events.read(EventPosition.start(), 10).events())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.subject()).isEmpty();
                    assertThat(event.detail()).isEmpty();
                    assertThat(event.caller()).isEqualTo(Caller.host());
                });
    }

    @Test
    default void aReaderGoesOnWhereItStoppedAndGetsNothingTwice() {
        EventStore events = emptyStore().events();
        List<UserId> written = append(events, 7);

        List<UserId> read = new ArrayList<>();
        EventPosition position = EventPosition.start();
        for (EventBatch batch = events.read(position, 3); !batch.events().isEmpty(); batch = events.read(position, 3)) {
            assertThat(batch.events()).hasSizeLessThanOrEqualTo(3);
            subjects(batch).forEach(read::add);
            position = batch.next();
        }

        assertThat(read).containsExactlyElementsOf(written);
        assertThat(events.read(EventPosition.start(), 10).events())
                .extracting(RecordedEvent::id)
                .doesNotHaveDuplicates();
        List<UserId> more = append(events, 1);
        assertThat(subjects(events.read(position, 3))).containsExactlyElementsOf(more);
    }

    @Test
    default void aPositionSurvivesBeingWrittenDown() {
        EventStore events = emptyStore().events();
        List<UserId> written = append(events, 2);

        String value = events.read(EventPosition.start(), 1).next().value();

        assertThat(value).matches("\\p{Print}{1,255}");
        assertThat(subjects(events.read(new EventPosition(value), 10))).containsExactly(written.get(1));
    }

    @Test
    default void theEndIsBehindEverythingThatIsThere() {
        EventStore events = emptyStore().events();
        assertThat(events.read(events.end(), 10).events())
                .as("of an empty store")
                .isEmpty();
        append(events, 3);

        EventPosition end = events.end();

        assertThat(events.read(end, 10).events()).isEmpty();
        List<UserId> more = append(events, 2);
        assertThat(subjects(events.read(end, 10))).containsExactlyElementsOf(more);
    }

    @Test
    default void aRolledBackEventNeverAppears() {
        AccountStore store = emptyStore();
        UserId before = append(store.events(), 1).get(0);
        Rollback.of(store, () -> append(store.events(), 3));
        UserId after = append(store.events(), 1).get(0);

        assertThat(subjects(store.events().read(EventPosition.start(), 10))).containsExactly(before, after);
    }

    @Test
    default void anEventAppearsWithItsCommitAndNotBefore() {
        AccountStore store = emptyStore();

        UserId user = store.transactions().inTransaction(() -> {
            UserId subject = append(store.events(), 1).get(0);
            assertThat(Race.result(Race.inBackground(() -> store.events().read(EventPosition.start(), 10)))
                            .events())
                    .isEmpty();
            return subject;
        });

        assertThat(subjects(store.events().read(EventPosition.start(), 10))).containsExactly(user);
    }

    @Test
    default void aTransactionThatBeganEarlierAndCommitsLaterIsNotPassedOver() {
        AccountStore store = emptyStore();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Reader reader = new Reader(store.events());

        Future<UserId> slow = Race.inBackground(() -> store.transactions().inTransaction(() -> {
            UserId user = append(store.events(), 1).get(0);
            written.countDown();
            Race.await(release);
            return user;
        }));
        Race.await(written, slow);
        UserId quick = append(store.events(), 1).get(0);
        reader.readAll();
        reader.readAll();
        EventPosition end = store.events().end();
        release.countDown();
        UserId late = Race.result(slow);
        reader.readAll();
        reader.readAll();

        assertThat(reader.seen).containsExactlyInAnyOrder(quick, late);
        assertThat(subjects(store.events().read(end, 10)))
                .as("from the end as it was before the late commit")
                .containsOnlyOnce(late)
                .isSubsetOf(late, quick);
    }

    @Test
    default void aReaderAmongManyWritersGetsEverythingOnce() {
        AccountStore store = emptyStore();
        Reader reader = new Reader(store.events());

        List<List<UserId>> written = Race.between(8, i -> {
            List<UserId> own = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                if (i == 0) {
                    reader.readAll();
                } else {
                    own.addAll(store.transactions().inTransaction(() -> append(store.events(), 2)));
                }
            }
            return own;
        });
        List<UserId> all = written.stream().flatMap(List::stream).toList();
        // A transaction of somebody else on the server, such as autovacuum's, may hold events back for a while.
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (reader.seen.size() < all.size() && System.nanoTime() < deadline) {
            reader.readAll();
        }
        reader.readAll();

        assertThat(reader.seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void onlyTheOldArePurgedAndNoMoreThanAsked() {
        EventStore events = emptyStore().events();
        for (int i = 1; i <= 5; i++) {
            events.append(registered(), Caller.host(), Samples.NOW.minus(Duration.ofDays(i)));
        }
        events.append(registered(), Caller.host(), Samples.NOW);

        assertThat(events.purge(Samples.NOW, 3)).isEqualTo(3);
        assertThat(events.purge(Samples.NOW, 3)).as("the rest").isEqualTo(2);
        assertThat(events.purge(Samples.NOW, 3)).as("again").isZero();

        assertThat(events.read(EventPosition.start(), 10).events()).hasSize(1);
    }

    private static AccountEvent registered() {
        return new UserRegistered(UserId.next(Samples.NOW));
    }

    private static List<UserId> append(EventStore events, int count) {
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AccountEvent event = registered();
            events.append(event, Caller.host(), Samples.NOW);
            users.add(event.subject().orElseThrow());
        }
        return users;
    }

    private static List<UserId> subjects(EventBatch batch) {
        return batch.events().stream()
                .flatMap(event -> event.subject().stream())
                .toList();
    }

    /** A reader that continues at its position. Used by one thread at a time. */
    final class Reader {
        private final EventStore events;
        private final List<UserId> seen = new ArrayList<>();
        private EventPosition position = EventPosition.start();

        private Reader(EventStore events) {
            this.events = events;
        }

        private void readAll() {
            EventBatch batch = events.read(position, 3);
            while (!batch.events().isEmpty()) {
                seen.addAll(subjects(batch));
                position = batch.next();
                batch = events.read(position, 3);
            }
            position = batch.next();
        }
    }
}
