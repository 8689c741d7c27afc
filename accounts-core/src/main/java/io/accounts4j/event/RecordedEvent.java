package io.accounts4j.event;

import io.accounts4j.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as stored. The type is a text, because a newer node may know more types than this one.
 *
 * @param id unique over all nodes; greater ids may become visible before smaller ones
 */
public record RecordedEvent(long id, String type, Optional<UserId> subject, String detail, Caller caller, Instant at) {}
