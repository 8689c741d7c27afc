package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.AccountEvent.UserRegistered;
import io.accounts4j.event.Caller;
import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;
import io.accounts4j.event.EventStore;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The order of events on PostgreSQL, where transactions have numbers. */
@OnDatabases(TestDatabase.POSTGRES)
class PostgresEventOrderTest extends OnDatabase {

    /** As texts 100 comes before 99, and a reader that has passed 100 never sees 99. */
    @Test
    void ordersTransactionsByNumberWhereTheyGainADigit() {
        EventStore events = emptyStore().events();
        Instant now = Instant.now();
        UserId early = UserId.next(now);
        UserId late = UserId.next(now);
        events.append(new UserRegistered(early), Caller.host(), now);
        events.append(new UserRegistered(late), Caller.host(), now);
        Databases.execute(pool(), "update accounts_events set transaction_id = '99' where user_id = '" + early + "'");
        Databases.execute(pool(), "update accounts_events set transaction_id = '100' where user_id = '" + late + "'");

        EventBatch first = events.read(EventPosition.start(), 1);

        assertThat(first.events()).extracting(RecordedEvent::subject).containsExactly(Optional.of(early));
        assertThat(events.read(first.next(), 1).events())
                .extracting(RecordedEvent::subject)
                .containsExactly(Optional.of(late));
    }
}
