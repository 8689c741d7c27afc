package io.accounts4j.jdbi;

import io.accounts4j.event.Caller;
import io.accounts4j.event.Client;
import io.accounts4j.event.RecordedEvent;
import io.accounts4j.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** How an event lies in a row. */
final class EventRows {

    /** The columns that are written; {@link #read} takes the id first. */
    static final String COLUMNS = "type, user_id, detail, actor_id, address, user_agent, request_id, at";

    private EventRows() {}

    static RecordedEvent read(Row row) throws SQLException {
        long id = row.number();
        String type = row.text();
        Optional<UserId> subject = row.optionalUuid().map(UserId::new);
        String detail = row.text();
        Optional<UserId> actor = row.optionalUuid().map(UserId::new);
        Client client = new Client(row.optionalText(), row.optionalText());
        Caller caller = new Caller(actor, client, row.optionalText());
        Instant at = row.time();
        return new RecordedEvent(id, type, subject, detail, caller, at);
    }
}
