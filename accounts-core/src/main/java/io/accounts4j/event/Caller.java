package io.accounts4j.event;

import io.accounts4j.kernel.Text;
import io.accounts4j.user.UserId;
import java.util.Optional;

/**
 * On whose behalf something is done; written beside every event.
 *
 * @param actor the signed-in user who asked, empty for strangers and for the host itself
 * @param requestId what ties the event to the host's logs, at most 64 characters, none of them a control
 *     character
 */
public record Caller(Optional<UserId> actor, Client client, Optional<String> requestId) {

    private static final int MAX_REQUEST_ID = 64;
    private static final Caller HOST = new Caller(Optional.empty(), Client.unknown(), Optional.empty());

    /** Refuses a request id that not every store or log takes. */
    public Caller {
        requestId.ifPresent(id -> {
            if (id.length() > MAX_REQUEST_ID || !Text.isPlain(id)) {
                throw new IllegalArgumentException(
                        "a request id has at most " + MAX_REQUEST_ID + " characters and no control character");
            }
        });
    }

    /** The host's own code. */
    public static Caller host() {
        return HOST;
    }

    /** The same request, asked by {@code user}. */
    public Caller by(UserId user) {
        return new Caller(Optional.of(user), client, requestId);
    }
}
