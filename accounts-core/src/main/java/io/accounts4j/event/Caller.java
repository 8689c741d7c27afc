package io.accounts4j.event;

import io.accounts4j.kernel.Text;
import io.accounts4j.user.UserId;
import java.util.Optional;

/**
 * On whose behalf something is done; written beside every event. A caller with a {@link Grant} is asked for session, account
 * and right again in the transaction of each verb that acts for them; one without is trusted, since the host has decided.
 *
 * @param actor the signed-in user who asked, empty for strangers and for the host itself
 * @param grant the session and the right that let the actor in; empty for a trusted caller
 * @param requestId ties the event to the host's logs, at most 64 characters, none of them a control character
 */
public record Caller(Optional<UserId> actor, Optional<Grant> grant, Client client, Optional<String> requestId) {

    private static final int MAX_REQUEST_ID = 64;
    private static final Caller HOST = new Caller(Optional.empty(), Client.unknown(), Optional.empty());

    /** Refuses a request id that not every store or log takes, and a grant to nobody. */
    public Caller {
        requestId.ifPresent(id -> {
            if (id.length() > MAX_REQUEST_ID || !Text.isPlain(id)) {
                throw new IllegalArgumentException(
                        "a request id has at most " + MAX_REQUEST_ID + " characters and no control character");
            }
        });
        if (grant.isPresent() && actor.isEmpty()) {
            throw new IllegalArgumentException("a caller with a grant must have an actor; call by(user, grant)");
        }
    }

    /** A trusted caller. */
    public Caller(Optional<UserId> actor, Client client, Optional<String> requestId) {
        this(actor, Optional.empty(), client, requestId);
    }

    /** The host's own code. */
    public static Caller host() {
        return HOST;
    }

    /** The same request, asked by {@code user}, whom the host trusts with it. */
    public Caller by(UserId user) {
        return new Caller(Optional.of(user), Optional.empty(), client, requestId);
    }

    /** The same request, asked by {@code user} on the ground of {@code grant}, such as {@code signedIn.grant(right)}. */
    public Caller by(UserId user, Grant grant) {
        return new Caller(Optional.of(user), Optional.of(grant), client, requestId);
    }
}
