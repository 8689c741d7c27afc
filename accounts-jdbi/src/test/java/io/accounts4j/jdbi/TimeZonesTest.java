package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.event.AccountEvent.UserRegistered;
import io.accounts4j.event.Caller;
import io.accounts4j.event.EventPosition;
import io.accounts4j.page.Cursor;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A moment is the same moment whatever zone the JVM and the database session are in. */
@OnDatabases
class TimeZonesTest extends OnDatabase {

    /** Sets the zone of a session; its {@code ?} is a fixed offset. */
    private String setSessionZone() {
        return switch (database) {
            case H2 -> "set time zone '?'";
            case POSTGRES -> "set time zone interval '?' hour to minute";
            case MARIADB -> "set time_zone = '?'";
        };
    }

    @Test
    void aMomentIsReadAsItWasWrittenInAnyZone() {
        TimeZone before = TimeZone.getDefault();
        List<Optional<Instant>> moments = List.of(
                Optional.of(Instant.parse("2026-03-29T01:30:00.000001Z")),
                Optional.of(Instant.parse("2026-10-25T00:30:00.999999Z")),
                Optional.empty());
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            JdbiStore writer = in("-05:00");
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            JdbiStore reader = in("+09:00");
            for (Optional<Instant> moment : moments) {
                User user = HostDatabase.user("at" + moments.indexOf(moment) + "@example.com");
                User stored = moment.map(user::confirmedAt).orElse(user);
                assertThat(HostDatabase.add(writer, stored)).isTrue();
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                assertThat(reader.users().findById(user.id())).contains(stored);
                writer.events().append(new UserRegistered(user.id()), Caller.host(), HostDatabase.NOW);
            }

            assertThat(reader.events().read(EventPosition.start(), 10).events())
                    .hasSize(3)
                    .allMatch(event -> event.at().equals(HostDatabase.NOW));
            assertThat(reader.directory()
                            .slice(UserFilter.all(), UserSort.newestFirst(), firstPlace(), 10)
                            .items())
                    .hasSize(2);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private Cursor firstPlace() {
        User first = emptyStore()
                .directory()
                .slice(UserFilter.all(), UserSort.newestFirst(), Cursor.start(), 1)
                .items()
                .get(0);
        return Cursor.after(UserSort.newestFirst().keyOf(first), first.id().toString());
    }

    private JdbiStore in(String offset) {
        return JdbiStore.over(Jdbi.create(() -> {
            var connection = pool().getConnection();
            try (var statement = connection.createStatement()) {
                statement.execute(setSessionZone().replace("?", offset));
            }
            return connection;
        }));
    }
}
